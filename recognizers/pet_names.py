"""What people are called beside their papers: pet names, places in the family, religious names, rare given names.

Too weak for rules, since most of these words are goods, animals and numbers as well; the witness weighs them. Only what
sets one apart ("Hường còi") is read by rules: it stands behind a name.
"""

from __future__ import annotations

from recognizers.word_sets import word_set

#: What children, friends and neighbours are called.
PET_NAMES = word_set("""
bi bin bo bon bông bống cún cu tí tèo tôm tép sóc nhím khoai bắp gấu mít bơ kem sâu thỏ mèo gạo dưa dâu na nấm ken tom
su suri jun jerry ben kin míp cốm chíp mỡ bột xoài mận ổi sò ốc cua ghẹ chuột nghé bê mun bim mon sumo kubi bảnh hớn sún
lé đen gù còi lác mập ú đực nhí hĩm cò vện rớt lượm đẹt xíu mén bún miến cháo nem ruốc mắm muối đường bánh sữa mứt chè
cà cam quýt chanh bưởi táo lê nho dừa mía sung mơ hồng ngô đậu mè lạc bầu bí bòng chuối sim sam chôm tỏi hành ớt gừng nghệ
cọp hổ báo voi khỉ heo lợn vịt gà ngan sáo két cú quạ ếch nhái cóc rùa ngựa trâu bò dê cừu kiến ong bướm dế
ni nị nu mi mimi my bella anna kitty bob boo bean sam sammy tin tun tít tủn tẹt toe tồ bờm bòm bủm bẹp beo bư mũm
chó chuồn đốm đẻn đỏm đẹn tẹo mót thẹo xệ xị quắn quăn móm khìn chột cụt sứt ngọng điếc đui lùn lủn lì cứng hợi mão mẹo
kiki lulu coca pepsi panda nemo elsa kua simba leo max tony andy tommy lucky lion kenny bambi misa misu miu mít moon sunny
hạt đỗ thóc cám rơm nếp tẻ lúa sắn khế cốc bát nồi vung chum vại thúng nia rổ rá giần
""")

#: Places in the family, as the South counts its children and the North its eldest and youngest.
BY_BIRTH = word_set("hai ba tư bốn năm sáu bảy bẩy tám chín mười út cả trưởng thứ")

#: With what names begin that Buddhists take, and those of saints.
RELIGIOUS = word_set("""
diệu tâm thiện minh quảng nguyên chơn chân huệ tuệ thích đạt giác pháp tịnh viên nhuận phúc đức hạnh liên thông
maria giuse phêrô phaolô gioan anna têrêsa têrêxa đaminh micae augustinô antôn vinhsơn matta lucia rôsa cecilia
phanxicô tôma mátthêu luca máccô anrê giacôbê batôlômêô simon philipphê martinô mônica agata anê catarina inê isave
gioakim giuse ignatiô lôrensô stêphanô tađêô xavie
""")

#: Given names of few people: words that are hardly anything else in the place of a name.
RARE_GIVEN = word_set("""
ban báu bôn bường bồng bổn chanh chuốt chúc chúng chấn chất chắt chỉnh chữ cân cúng cải cận diên du duệ dụng giám giản
giỏi hoán hoạ hĩm hổ khiển khoắc khâm khôn kĩnh lang lung lên lính lũng lường lược lượm lệnh lữ lỳ miền miễn mạc nghê
ngát ngôn ngũ ngẫu ngợi nhinh nhượng nhẹ nấm phàn phán quýt quắm ri rằm sim son sung sách sánh sếu sứ tham thiềm thiệp
thoả thách thám tháo thích thóc thôi thược thảnh thận trai tri triệt tràm trác trượng trấn trị trứ tuy tương tịch tụ vạc
vạng vững xoài điểu điệu đoán được đẩu đằng đẳng địch đởm ửng khoát khoét khởi khuynh khuông kháng khảo khoản khuyến
lụa lẫm luống lừng lạng lẹ lễnh mây miện mịch mừng nậy nết ngảnh ngầu nghĩ ngọt ngừng nhâm nhị nhót nhiêm ninh niêm
nuôi nương oánh ơn phiến phiêu phòng quán quánh quất quờn rạng rỡ rỹ sảnh sậy siêm sót sướng sụn thắm thâm thẩm
thảng thập thế thìn thở thỏa thược thuyền tiển tịnh toạ toả toán trạch trành trảng trằn trịnh trò trọn trượng tửu tặng tỵ
ún vàng vẻ vóc vụ xâm xiêm xiết xin xới xú xuể xướng xứng yêng ghẹo nụ khoáng khoái đượm đáo đài đáng đảm đậm đẹp đoài đố
đờn dầu dĩ dị dìn dói dậm dung dúng giậu giũ giềng giởi hến hiển hoàng hòn hộ hời hời hum huống hợp hừng kẽm kết kẹo
""")

#: What sets one of two people of the same name apart: a word behind the name in lower case that belongs to it …
EPITHETS = word_set("""
béo còi còm cận cụt gù hói khùng lác lé lì lùn mập móm ngố ngọng quăn ròm rỗ râu sún sậy sẹo toét tồ xoăn xệ điếc chột
""")
#: … unless these make something else of it: "Lê béo ngậy", "cận thị" …
BEHIND_NO_EPITHET = word_set("cọc ngậy bở phì mạp thị lưng ngủn tai nghịu ria tịt vai")
#: … and words that do only at the end of a clause.
LOOSE_EPITHETS = word_set("""
đen trắng nhỏ lớn cao gầy ốm tây heo gà mèo gấu chuột cò vịt trâu ruồi em to lem mõ bự đỏ xỉn điệu còng nhí cống bô chà
coi beo map lun den nho lon lem com rom gu
""")
