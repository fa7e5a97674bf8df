"""What names from abroad and of the smaller peoples begin with, in papers written in Vietnam.

Written for this program from general knowledge: common given names of English, Romance, German, Slavic, Thai, Lao,
Khmer, Filipino, Indian and Arabic speakers, surnames of Koreans, Japanese and Chinese as their passports spell them;
clan names of the peoples of the north, the centre and the south that are no other word of Vietnamese.
"""

from __future__ import annotations

from recognizers.word_sets import word_set

#: First words of names from abroad that are no Vietnamese word as written, or hardly ever in capitals.
FOREIGN_FIRST = word_set("""
park choi jung kang cho yoon jang lim han shin seo kwon hwang ahn song hong wang zhang liu chen yang zhao huang
zhou wu xu sun zhu lin guo kim lee li tanaka suzuki sato yamamoto watanabe ito nakamura kobayashi kato yoshida
yamada sasaki matsumoto inoue kimura john david michael james robert william richard thomas charles mary maria
anna peter paul mark george daniel kevin brian steven andrew jean pierre hans klaus ivan olga elena smith jones
brown johnson nguyen somchai anan muller schmidt jose juan carlos emma sophie lucas alex alice jessica sarah
laura linda susan emily rose jennifer karen helen sergei pedro satō joseph matthew anthony donald steve joshua
kenneth edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott
brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron henry adam nathan
zachary walter kyle harold carl arthur roger keith jeremy lawrence sean christian ethan austin albert noah
christopher philip philippe simon martin oliver liam harry oscar felix hugo victor elizabeth barbara
margaret lisa betty sandra ashley kimberly donna michelle carol amanda melissa deborah stephanie rebecca sharon
cynthia kathleen amy angela shirley brenda pamela nicole samantha katherine christine catherine ruth janet
rachel carolyn heather diane virginia julie joyce victoria kelly christina lauren joan evelyn olivia judith
megan andrea cheryl hannah jacqueline martha gloria teresa ann anne marie sophia isabella julia claire camille
chloe louise isabelle nathalie valerie sylvie thierry laurent olivier francois michel andre bernard alain
jacques gerard nicolas julien antoine guillaume mathieu etienne fabien yves antonio manuel francisco javier
miguel rafael fernando luis diego pablo alberto roberto marco mario luigi giovanni giuseppe francesco paolo
stefano lorenzo giulia chiara lucia carmen rosa isabel ana joao paulo ricardo wolfgang jurgen jürgen dieter uwe
stefan matthias sebastian tobias markus heinz karl fritz otto ingrid helga monika birgit heidi gisela
ursula lars sven erik anders bjorn nils dmitry dmitri vladimir alexey alexei mikhail nikolai andrei igor yuri
oleg pavel viktor svetlana tatiana irina natalia ekaterina anastasia ludmila galina mohammed muhammad
mohamed mohammad ahmed ahmad ali omar hassan hussein khalid ibrahim youssef fatima aisha abdul abdullah raj
rahul amit sanjay vijay rajesh suresh ramesh anil sunil deepak priya anjali pooja neha arjun krishna singh
kumar sharma somsak somporn siriporn wichai prasert nattapong niran kamon malee sunee boun bounmy khamphone
khamla somphone sengdao vilay phonsavanh chanthavong sok sokha sophea dara rithy vanna chenda bopha sovann
samnang pisey jun jin hiroshi takeshi kenji haruka yuki yuko akira satoshi naoko keiko takahashi ikeda
hashimoto yamashita ishikawa nakajima maeda fujita ogawa goto okada hasegawa murakami kondo ishii saito
sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara okamoto matsuda nakagawa nakano harada ono tamura
takeuchi kaneko wada nakayama ishida ueda morita min-ji hyun jeong kyung yoo bae baek moon gwak noh ryu shim
joo eun xiao wei fang jing lei qiang ming yan jie ying fei zheng feng xie jiang yuan tian shao qiu qian liao
xiong qin hou shi wan duan
""")
#: Behind such a word it is a firm, a brand or a building.
FOREIGN_THINGS = word_set("""
hyatt city hill hills view royal avenue vuitton ford daniels benz dior klein tower group house hotel coffee beauty
clinic school spa store studio salon academy center centre international vietnam global capital bank land home homes
office residence plaza square carnegie walker logistics express media design fashion shop pro plus bay
""")

#: Clan names that are no other word: what follows in capitals is a name.
CLAN_NAMES = word_set("""
giàng thào sùng lềnh tẩn phàn chẻo chảo vừ xồng lầu thèn hảng cháng sồng lò lường quàng tòng lèo đèo moong pịt khoàng
sừng pờ lỳ khà voòng chíu chống chướng lỷ sú sằn phoóng slằn sằn chìu tằng phùn neáng chau pơloong alăng arất bhling bhnướch briu coor zơrâm
ating hốih ríah chamaléa katơr pinăng mấu điểu kpă ksor rmah rơchâm rahlan puih hlong niê mlô byă êban kbuôr
""")
