"""Field labels of papers, as far as people, places and dates need them: which value follows, and where a value ends.

A label is a run of words ("Họ và tên", "Nơi thường trú"); it counts when a colon follows, when it stands at the
start of a line, or when it is one that prose uses without a colon ("trú tại", "sinh năm"). The labels come from the
forms of the civil, land, bank, health and employment papers listed in the identifier reference (§1.5).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from recognizers.clues import PHRASES, Clue
from recognizers.folding import Folded, key_of
from recognizers.label_cores import Core, core_of
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LOWER, MARK, NUMBER, TITLE, UPPER, Words, is_plain, words


class FieldKind(Enum):
    """What the value of a field is."""

    NAME = "name"
    PARTY = "party"  #: a name, an organisation or a whole description of a person
    ADDRESS = "address"
    BIRTH = "birth"
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    BIRTHPLACE = "birthplace"
    ISSUE_DATE = "issue_date"
    ISSUER = "issuer"
    OFFICE = "office"  #: address of an organisation
    OTHER = "other"


#: ``kind: labels``; ``*`` marks a label that prose uses without a colon, ``:`` one that needs its colon,
#: nothing one that may stand at the start of a line without it.
_LABELS: dict[FieldKind, str] = {
    FieldKind.NAME: """
        họ và tên|họ tên|họ, chữ đệm và tên khai sinh|họ chữ đệm và tên|họ, chữ đệm, tên|họ, chữ đệm và tên
        họ đệm và tên|họ và tên khai sinh|họ tên khai sinh|tên khai sinh|tên đầy đủ
        :tên|:họ tên đệm|:họ và tên đệm|họ và chữ đệm|họ đệm|:họ|:đệm|tên gọi khác|bí danh|tên thường gọi
        tên ở nhà*|tên gọi ở nhà|tên tục|tên thường dùng|tên gọi khác*|tên thường gọi*|tên thường gọi là*|tên gọi khác là*
        full name|:name|fullname|given name|given names|surname|first name|last name|middle name|family name
        tên tôi là*|em là*|mình là*|cháu là*|con là*|anh là*|chị là*|khách là*|tôi tên là*|tôi là*|em là*
        mình là*|cháu là*|con là*|anh là*|chị là*|khách là*|tôi tên*|em tên là*|em tên*|cháu tên là*|tên em là*
        mình tên*|mình tên là*
        ông bà|ông bà*|:ông|:bà|:anh|:chị|:anh chị|:cô|:chú|:em|:cháu|:ông và bà
        chủ tài khoản*|chủ tk*|ctk*|tên tài khoản|tên chủ tài khoản|chủ tk|tên tk|:ctk|người thụ hưởng
        tên người thụ hưởng|đơn vị thụ hưởng|beneficiary|account name|account holder|cardholder|cardholder name
        tên chủ thẻ|chủ thẻ
        tên người nhận|tên người gửi|người nhận|người gửi|người nhận hàng|người gửi hàng|bên nhận|bên gửi
        người mua|người bán|người mua hàng|người bán hàng|tên khách hàng|khách hàng|tên kh|:kh
        họ tên người mua hàng|họ tên người nộp tiền|người nộp tiền|họ và tên người nộp tiền
        họ tên người nhận tiền|người nhận tiền|người nộp thuế|tên người nộp thuế|:nnt|receiver|sender|customer
        customer name|recipient
        người đại diện|người đại diện theo pháp luật|đại diện theo pháp luật|đại diện bởi|do ông|do bà|đại diện
        :đại diện là|người ủy quyền|người được ủy quyền|bên ủy quyền|bên được ủy quyền|người làm chứng
        người chứng kiến|người giám hộ|người phụ thuộc|người phụ thuộc
        người khai|người làm đơn|người viết đơn|người viết|người vay tiền|người cam kết trả nợ|người yêu cầu
        người đề nghị|người lập|người lập biểu|người lập phiếu|người lập bảng|người kê khai|người cam kết
        người cam đoan|người vay|người bảo lãnh|người đồng vay|người liên hệ|người liên hệ khẩn cấp
        liên hệ khẩn cấp|người khiếu nại|người tố cáo|người bị tố cáo|người bị kiện|người khởi kiện
        người khởi kiện|người có quyền lợi|người được cấp|người lao động|người sử dụng lao động|người thuê
        người cho thuê|người chuyển nhượng|người nhận chuyển nhượng|người tặng cho|người được tặng cho
        người để lại di sản|người thừa kế|người chết|người được khai sinh|người đi khai sinh|người bệnh
        người nhà|người thân|người báo tin|người nhà bệnh nhân|người phụ trách|người thực hiện|người kiểm tra
        người duyệt|người ký|người được phỏng vấn|người tham gia|người hướng dẫn|người dùng
        họ và tên người bệnh|họ tên người bệnh|tên bệnh nhân|họ tên bệnh nhân|họ và tên bệnh nhân|bệnh nhân|:bn
        patient name|:patient|họ tên học sinh|họ và tên học sinh|họ tên sinh viên|họ và tên sinh viên|học sinh
        sinh viên|tên học sinh|tên sinh viên|thí sinh|họ tên thí sinh|học viên|student name|họ và tên thí sinh
        họ và tên con|họ tên con|họ tên bé|tên bé|tên trẻ|họ và tên trẻ
        họ và tên cha|họ tên cha|họ và tên bố|họ tên bố|họ và tên mẹ|họ tên mẹ|họ, chữ đệm, tên người mẹ
        họ, chữ đệm, tên người cha|họ và tên vợ|họ và tên chồng|họ tên vợ|họ tên chồng|họ tên vợ chồng
        họ và tên vợ chồng|tên cha|tên mẹ|tên bố|họ và tên chủ hộ|họ tên chủ hộ|chủ hộ|:vợ|:chồng|:cha|:bố|:mẹ
        :con|cha mẹ|phụ huynh|họ tên phụ huynh|vợ chồng|họ, chữ đệm, tên cha|họ, chữ đệm, tên mẹ|tên chồng
        tên vợ
        họ tên nhân viên|tên hội viên|họ tên hội viên|họ tên ứng viên*|họ tên ứng viên|tên ứng viên|ứng viên
        hội viên|họ tên kh|họ tên nv|người đại diện hộ|
        tên nhân viên|nhân viên|nhân viên bán hàng|nv giao hàng|nhân viên giao hàng
        employee name|employee|họ và tên nhân viên|họ tên người lao động|họ và tên người lao động|họ tên cán bộ
        giáo viên chủ nhiệm|:gvcn|giáo viên|giảng viên|giảng viên hướng dẫn|bác sĩ điều trị|bác sĩ khám|bác sĩ
        bác sĩ chỉ định|:bs|điều dưỡng|luật sư|thẩm phán|thư ký|hội thẩm nhân dân|kiểm sát viên|kế toán trưởng
        kế toán|thủ quỹ|thủ kho|thủ trưởng đơn vị|giám đốc|tổng giám đốc|phó giám đốc|chủ tịch|công chứng viên
        người bảo vệ quyền và lợi ích hợp pháp|chủ đầu tư
        nguyên đơn|bị đơn|bị cáo|bị can|bị hại|người bị hại|đương sự|tên chủ xe|chủ xe|chủ sở hữu|owner
        owner's full name|tên chủ sở hữu|chủ sử dụng|chủ sử dụng đất|người sử dụng đất|tên người sử dụng đất
        người trúng thưởng|tác giả|tác giả|người soạn|người trình|trưởng đoàn|chủ nhiệm đề tài|tên người bán
        tên người mua|họ tên tài xế|tài xế|lái xe|shipper|ký tên|người đặt|người đặt hàng|tên người đặt|chủ nhà
        người bảo hộ|cùng vợ là*|cùng chồng là*|ở nhà gọi là*|thường gọi là*|hay gọi là*|còn gọi là*
        còn có tên là*|biệt danh|biệt danh là*|thế danh*|pháp danh*|tên thánh|bút danh|nghệ danh|có vợ là*
        có chồng là*|vợ là*|chồng là*|con là*|cha là*|mẹ là*|bố là*|tên là*|cùng vợ|cùng chồng
        đại diện hộ gia đình|hộ gia đình ông|hộ gia đình bà|hộ ông|hộ bà|họ tên người khám|đại diện bên a
        đại diện bên b|tên người nhận hàng|tên người gửi hàng|người giới thiệu|người tiếp nhận|người nộp
        người nộp hồ sơ|họ tên người nộp|họ và tên người nộp|người được bảo hiểm|bên mua bảo hiểm
        người được chăm sóc|passenger name|hành khách|:người|:chủ|:đại diện|tên hành khách|tên khách|khách
        người điều khiển|người điều khiển phương tiện|người vi phạm|họ tên người vi phạm|người bị xử phạt""",
    FieldKind.PARTY: """
        bên a|bên b|bên c|bên bán|bên mua|bên cho vay|bên vay|bên thuê|bên cho thuê|bên chuyển nhượng
        bên nhận chuyển nhượng|bên tặng cho|bên được tặng cho|bên nhận tặng cho|bên thế chấp|bên nhận thế chấp
        bên đặt cọc|bên nhận đặt cọc|bên giao|bên nhận|bên sử dụng lao động|bên thứ nhất|bên thứ hai|bên i
        bên ii|bên 1|bên 2|party a|party b|bên giao khoán|bên nhận khoán|bên bảo lãnh|bên được bảo lãnh|kính gửi
        bên ủy quyền|bên được ủy quyền|bên nhận ủy quyền|bên cung cấp|bên sử dụng dịch vụ|bên giao đại lý|đơn vị
        tên đơn vị""",
    FieldKind.ADDRESS: """
        địa chỉ|đc|đ/c|:d/c|:dc|địa chỉ liên hệ|địa chỉ liên lạc|địa chỉ thường trú|địa chỉ tạm trú
        địa chỉ hiện tại|địa chỉ hiện nay|địa chỉ nhà|địa chỉ nhà riêng|địa chỉ cư trú|địa chỉ nhận hàng
        địa chỉ giao hàng|địa chỉ nhận|địa chỉ giao|địa chỉ người nhận|địa chỉ người gửi|giao đến|giao tới
        ship đến|ship về|địa chỉ báo tin|địa chỉ lấy hàng|địa chỉ khách hàng|địa chỉ thửa đất|địa chỉ tài sản
        địa chỉ nhà đất|địa chỉ thuê|địa chỉ email khác|địa chỉ nhận thư|địa chỉ hộ khẩu|địa chỉ theo cccd
        địa chỉ trên cccd|địa chỉ khi cần báo tin
        :thôn/bản|:thôn|:xóm|:ấp|:phường|:xã|:phường/xã|:xã/phường|:quận|:huyện|:quận/huyện|:tỉnh|:tỉnh thành
        :tỉnh/thành phố|:số nhà|:đường|:tổ dân phố|:khu phố|:ward|:district|:province|:city|:street
        địa chỉ của tôi*|nơi cư ngụ
        sống ở*|sống tại*|ở trọ*|ở trọ tại*|trọ tại*|trọ ở*|thuê trọ tại*|thuê trọ ở*|thuê nhà tại*|ở nhờ tại*|về ở*|về ở tại*
        về địa chỉ*|về quê ở*|chuyển đến ở*|chuyển về ở*|chuyển đi khỏi*|chuyển khỏi*|chuyển đến sống tại*|chuyển về sống tại*
        đang ở*|nhà đất ở*|:nơi chết|:nơi mất|địa chỉ*|giao tận nhà*|tận nhà*|em ở*|e ở*|mình ở*|tôi ở*|cháu ở*|nhà tôi ở*|nhà cháu ở*|nhà e ở*|nhà m ở*|gia đình ở*
        nơi ở|nơi sinh sống|nơi ở hiện nay|nơi ở hiện tại|chỗ ở|chỗ ở hiện nay|chỗ ở hiện tại|chỗ ở trước khi bị bắt
        nơi cư trú|nơi đang cư trú|nơi cư trú hiện nay|nơi thường trú|nơi tạm trú|nơi đktt
        nơi đăng ký thường trú|nơi đăng ký tạm trú|nơi đăng ký hktt|nơi đk hktt|nơi đkhk thường trú
        đăng ký thường trú|thường trú|tạm trú|hộ khẩu|hktt|hộ khẩu thường trú|hộ khẩu tt|đkhktt|đktt
        nơi đăng ký hộ khẩu|nơi đăng ký hộ khẩu thường trú|đăng ký hộ khẩu thường trú|đăng ký hktt|:hk
        trú quán|sinh trú quán|nơi ở trước đây|nơi ở thường xuyên
        thường trú tại*|tạm trú tại*|trú tại*|cư trú*|trú*|thường trú*|tạm trú*|hộ khẩu*|hktt*|lấy chồng ở*
        lấy vợ ở*|định cư tại*|định cư ở*|sinh sống ở*|ngụ tại*|cư ngụ tại*|cư trú tại*|hiện cư trú tại*
        hiện ở tại*|hiện trú tại*|đang ở tại*|sinh sống tại*|hộ khẩu thường trú tại*|hktt tại*
        có địa chỉ tại*|địa chỉ tại*|đăng ký hộ khẩu thường trú tại*|đăng ký thường trú tại*|đkhktt tại*
        chỗ ở tại*|nhà ở tại*|nhà tại*|nhà đất tại*|tọa lạc tại*|hiện đang ở*|hiện ở*|ngụ ở*|ngụ*
        chỗ ở hiện nay tại*|cùng trú tại*|cùng địa chỉ tại*|đều trú tại*|cùng thường trú tại*|nhà ở*
        nhà em ở*|nhà mình ở*|giao về*|giao tới*|ship tới*|ship về*|gửi về*|gửi tới địa chỉ*
        địa chỉ là*|residing at*|địa chỉ ở*|nhà riêng|ở tại*
        place of residence|:residence|address|permanent address|current address|home address*
        temporary address|shipping address|delivery address|billing address|contact address|nơi làm việc cũ
        nơi đăng ký khai sinh cũ""",
    FieldKind.OFFICE: """
        địa chỉ trụ sở|trụ sở|trụ sở chính|địa chỉ trụ sở chính|trụ sở chính tại*|có trụ sở tại*|trụ sở tại*
        có trụ sở chính tại*|địa chỉ công ty|địa chỉ đơn vị|địa chỉ văn phòng|địa chỉ cơ quan|văn phòng|vpgd|:vp
        trụ sở làm việc|địa chỉ kinh doanh|địa điểm kinh doanh|head office|office address|nơi làm việc
        địa điểm làm việc|đơn vị công tác|nơi công tác|địa chỉ nơi làm việc|cơ quan công tác|địa chỉ chi nhánh
        địa chỉ giao dịch|địa chỉ cửa hàng|địa chỉ shop|địa chỉ người bán|cơ sở|địa điểm""",
    FieldKind.BIRTH: """
        ngày sinh|sinh ngày*|ngày tháng năm sinh|ngày, tháng, năm sinh|ngày/tháng/năm sinh|ngày tháng năm sinh
        ngày, tháng, năm sinh|ntns|ngày sinh*|ns|:n s|:sn|dob|:d.o.b|date of birth|birthday|birth date
        ngày sinh của con|:born|born on*|:yob|ngày sanh|sanh ngày*|ngày đẻ|sinh vào ngày*|được sinh ra ngày*|sinh lúc*|sinh*|sinh con vào lúc*|sinh con lúc*
        chào đời lúc*|chào đời ngày*|ngày chào đời|chào đời vào ngày*|đẻ ngày*|nsinh|:s n|ngày sinh nhật|sinh nhật|ngày tháng và năm sinh|sinh hồi|ngày sinh cha|ngày sinh mẹ|ngsinh|ng sinh""",
    FieldKind.BIRTH_YEAR: "năm sanh|sanh năm*|năm sinh|sinh năm*|:sn|sn*|sinh khoảng năm*|sinh trong năm*|sinh vào năm*|sinh hồi năm*|year of birth|:năm sinh cha|năm sinh*",
    FieldKind.AGE: "tuổi|age",
    FieldKind.BIRTHPLACE: """
        nơi sinh|quê quán|quê*|nguyên quán|quê gốc|sinh quán|nơi đăng ký khai sinh|nơi đkks|nơi đk khai sinh
        nơi đăng ký ks|place of birth|place of origin|birthplace|:origin|sinh tại*|quê ở*|quê tại*|quê quán tại*
        nguyên quán tại*|nguyên quán ở*|quê quán ở*|sinh ra tại*|quê nội|quê ngoại""",
    FieldKind.ISSUE_DATE: """
        ngày cấp|cấp ngày*|ngày cấp*|cấp vào ngày*|date of issue|issue date|issued on|ngày cấp cccd
        ngày cấp cmnd|:date, month, year|:cấp|ngày cấp hộ chiếu|:ngày cấp thẻ|được cấp ngày*|ngày cấp cmnd/cccd""",
    FieldKind.ISSUER: """
        nơi cấp|nơi cấp*|cơ quan cấp|place of issue|issuing authority|:issued by|tại nơi cấp|nơi cấp cccd
        nơi cấp cmnd|đơn vị cấp|cơ quan cấp*|nơi cấp cmnd/cccd""",
    FieldKind.OTHER: """
        số cccd|cccd|cccd số|căn cước|căn cước công dân|số căn cước|căn cước số|số căn cước công dân
        số định danh|số định danh cá nhân|số đdcn|mã định danh|cmnd|cmnd/cccd|cmnd số|số cmnd|số cmnd/cccd|cmt
        cmtnd|chứng minh nhân dân|chứng minh thư|giấy cmnd|giấy cmnd số|thẻ căn cước|thẻ cccd
        thẻ căn cước công dân|giấy tờ tùy thân|số giấy tờ|số gttt|gttt|gtpl|id no|citizen id|hộ chiếu
        hộ chiếu số|số hộ chiếu|passport|passport no|:hc|:cc|mang cccd*|mang cmnd*|có cccd*
        điện thoại|số điện thoại|đt|sđt|số đt|đtdđ|đt di động|di động|đ/t|:dđ|tel|mobile|phone|fax|hotline|zalo
        liên hệ|:lh|call|viber|sđt liên hệ|điện thoại liên hệ|số điện thoại liên hệ|điện thoại di động
        số liên hệ|số máy|hot line|phone number|alo
        email|e-mail|mail|thư điện tử|hộp thư|website|facebook|fb
        stk|số tk|:tk|số tài khoản|tài khoản|tài khoản số|tk ngân hàng|ngân hàng|tại ngân hàng|tại nh|chi nhánh
        số thẻ|mã thẻ|swift|bank|account no|account number
        mst|mã số thuế|mã số thuế cá nhân|tax code|mã số|mã số bhxh|số bhxh|số sổ bhxh|bhxh|bhyt|số thẻ bhyt
        mã thẻ bhyt|số bhyt|nơi đk kcb|nơi đăng ký kcb|nơi đăng ký khám chữa bệnh
        giới tính|giới|phái|sex|gender|quốc tịch|nationality|dân tộc|tôn giáo|ethnicity|religion
        tình trạng hôn nhân|nghề nghiệp|nghề|công việc|chức vụ|chức danh|cấp bậc|vị trí|phòng ban|bộ phận|phòng
        trình độ|trình độ văn hóa|trình độ học vấn|học vấn|position|title|department|occupation|nhóm máu
        chiều cao|cân nặng
        gplx|số gplx|giấy phép lái xe|hạng|biển số|biển số xe|biển kiểm soát|bks|bsx|số khung|nhãn hiệu|loại xe
        thửa đất số|thửa đất|thửa|tờ bản đồ|tờ bản đồ số|diện tích|số vào sổ|số phát hành|mục đích sử dụng
        mã bệnh nhân|mã bn|mã nv|mã nhân viên|mã số nhân viên|msnv|mssv|mã sinh viên|mã số sinh viên|mã học sinh
        sbd|số báo danh|lớp|khoa|khóa|ngành|trường|niên khóa|chẩn đoán|lý do|lý do vào viện|ngày vào viện
        ngày ra viện|ngày khám|ngày nhập viện|khoa điều trị|số hồ sơ|mã hồ sơ|số bệnh án|mã đơn|mã đơn hàng
        mã vận đơn|số tiền|bằng chữ|nội dung|nội dung chuyển khoản|ghi chú|tổng cộng|thành tiền|ngày|số|ngày ký
        hiệu lực|có giá trị đến|date of expiry|ngày hết hạn|số quyết định|v/v|quan hệ|quan hệ với chủ hộ
        mối quan hệ|lương|mức lương|thu nhập|thời hạn|thời gian|hàng hóa|cod|thu hộ|sản phẩm|mặt hàng|khối lượng
        trọng lượng|triệu chứng|tiền sử|kết quả|đơn giá|mục đích|tổng tiền|ngày lập|ngày bắt đầu|từ ngày
        đến ngày|sau đây gọi là*|sau đây gọi tắt là*|gọi tắt là*|là chủ sở hữu*|hiện công tác tại|nơi nhận
        họ và tên, chữ ký|ký và ghi rõ họ tên|ký, ghi rõ họ tên|ký ghi rõ họ tên|ký tên, đóng dấu|tên công ty
        tên doanh nghiệp|tên tổ chức|tên trường|tên sản phẩm|tên hàng|tên hàng hóa|loại giấy tờ|loại hợp đồng
        số hợp đồng""",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A label found in a text, in entry numbers of ``Words``.

    Attributes:
        kind: what its value is.
        first: first entry of the label.
        value: first entry of the value.
        colon: whether a colon (or leaders) follows.
        label: the label as the table spells it, or as written where the table lacks it, for explanations.
        free: whether the label was judged by its core word only (``label_cores``).
    """

    kind: FieldKind
    first: int
    value: int
    colon: bool
    label: str
    free: bool = False


#: (kind, how, accented words, label as the table spells it)
_Labelled = tuple[FieldKind, str, tuple[str, ...], str]


class _Node:
    __slots__ = ("children", "labels")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        #: (kind, how, accented words)
        self.labels: list[_Labelled] = []


def _split(label: str) -> list[str]:
    for mark in ",/.-":
        label = label.replace(mark, " ")
    return label.split()


_KIND_OF_CLUE = {
    Clue.NAME: FieldKind.NAME,
    Clue.FAMILY_NAME: FieldKind.NAME,
    Clue.GIVEN_NAME: FieldKind.NAME,
    Clue.BIRTH_DATE: FieldKind.BIRTH,
    Clue.BIRTH_YEAR: FieldKind.BIRTH_YEAR,
    Clue.AGE: FieldKind.AGE,
    Clue.ADDRESS: FieldKind.ADDRESS,
    Clue.BIRTH_PLACE: FieldKind.BIRTHPLACE,
    Clue.ISSUE_DATE: FieldKind.ISSUE_DATE,
    Clue.ISSUE_PLACE: FieldKind.ISSUER,
}


@lru_cache(maxsize=1)
def _trie() -> _Node:
    root = _Node()
    for kind, joined in _LABELS.items():
        for line in joined.splitlines():
            for raw in line.strip().split("|"):
                if not raw:
                    continue
                how = raw[0] if raw[0] == ":" else "*" if raw[-1] == "*" else ""
                label = raw.strip(":*")
                node = root
                for word in _split(label):
                    node = node.children.setdefault(key_of(word), _Node())
                node.labels.append((kind, how, tuple(_split(label)), label))
    for clue, phrases in PHRASES.items():  # what else ends a value, and spellings the table above lacks
        kind = _KIND_OF_CLUE.get(clue, FieldKind.OTHER)
        for phrase in phrases.split(","):
            label = " ".join(phrase.split()).lstrip("!=")
            parts = _split(label.lower().replace("(", " ").replace(")", " "))
            node = root
            for word in parts:
                node = node.children.setdefault(key_of(word), _Node())
            if parts and not node.labels:
                node.labels.append((kind, ":" if len(parts) == 1 else "", tuple(parts), label))
    return root


_INSIDE = frozenset("/(),.-*'\"")
_NO_SIGN = {"uỷ": "ủy", "toạ": "tọa", "hoà": "hòa", "kí": "ký", "lí": "lý"}


def _agrees(w: Words, entries: list[int], wanted: tuple[str, ...]) -> bool:
    """Return whether accents agree: written without any accent, equal, or a long label with a slip in one word."""
    slips = 0
    for i, word in zip(entries, wanted, strict=True):
        low = w.low[i]
        bare = low == w.key[i] and (len(wanted) > 1 or is_plain(w.folded))
        if low != word and not bare and _NO_SIGN.get(low) != word:
            if w.kind[i] == TITLE and any(w.kind[k] == LOWER for k in entries):
                return False  # "Họ và tên Võ …": a name, not "vợ"
            slips += 1
    return slips == 0 or (len(wanted) >= 3 and slips == 1)


def _line_start(w: Words, i: int) -> bool:
    """Return whether only marks or a list number stand before entry ``i`` on its line, or a wide gap does."""
    if w.gap[i] == 2:
        return True
    first = w.line_starts[w.line[i]]
    if i - first > 4:
        return False
    for j in range(first, i):
        if w.kind[j] != MARK and w.kind[j] != NUMBER and not (len(w.key[j]) == 1 and j + 1 < i):
            return False
    return True


_ENGLISH = word_set("""
full name date of issue birth expiry place origin residence address sex gender nationality no number id card
surname given names first last personal identification citizen month year signature owner s phone tel tax code
permanent current and the
""")


def _after(w: Words, i: int) -> tuple[int, bool]:
    """Return the first entry of the value of a label ending before ``i``, and whether a colon or leaders came.

    Skips a second language after a slash or in parentheses ("/ Full name", "(nếu có)") up to a colon on the line.
    """
    j = i
    if j < w.size and w.text[j] == "." and w.gap[j] == 0 and j + 1 < w.size and w.text[j + 1] == ":":
        j += 1
    if j < w.size and w.text[j] == ")":
        j += 1
    if j + 1 < w.size and w.text[j] in "\"'" and w.text[j + 1] == ":" and w.gap[j] == 0:
        j += 1  # "ward": "Bạch Mai"
    limit = min(w.size, i + 14)
    k = j
    if k < limit and w.text[k] == "/" and k + 1 < limit and w.low[k + 1] in _ENGLISH:
        k += 1
        while k < limit and (w.low[k] in _ENGLISH or w.text[k] in ",.'"):
            k += 1
        if k >= limit or w.text[k] != ":":
            return k, True
        k = j
    if k < limit and w.text[k] in "/(":
        closing = False
        while k < limit and w.kind[k] != BREAK:
            if w.text[k] == ":":
                closing = True
                break
            if w.kind[k] == NUMBER:
                break
            k += 1
        if closing:
            j = k
        elif w.text[j] == "(":
            for k in range(j, limit):
                if w.kind[k] == BREAK:
                    break
                if w.text[k] == ")":
                    j = k + 1
                    break
    colon = False
    while (
        j < w.size
        and w.kind[j] == MARK
        and (w.text[j] in ":=…" or (w.text[j][0] in "._…" and len(w.text[j]) > 2))
    ):
        colon = True
        j += 1
    if not colon and j < w.size and w.text[j] == "-" and w.gap[j] and j + 1 < w.size and w.gap[j + 1]:
        return j + 1, False
    if not colon and j < w.size and w.text[j] == "." and w.gap[j] == 0:
        j += 1
    return j, colon


def _find(w: Words) -> dict[int, Field]:
    root = _trie()
    found: dict[int, Field] = {}
    i = 0
    kinds, keys = w.kind, w.key
    while i < w.size:
        node = root.children.get(keys[i]) if kinds[i] < NUMBER else None
        if node is None:
            i += 1
            continue
        entries = [i]
        best: tuple[int, list[_Labelled], list[int]] | None = None
        j = i + 1
        while True:
            if node.labels:
                best = (j, node.labels, list(entries))
            skipped = 0
            while j < w.size and kinds[j] == MARK and w.text[j] in _INSIDE and skipped < 2:
                j += 1
                skipped += 1
            if j + 1 < w.size and kinds[j] == BREAK and kinds[j + 1] == LOWER and kinds[j - 1] < NUMBER:
                j += 1
            if j >= w.size or kinds[j] > NUMBER or (w.gap[j] == 2 and kinds[j - 1] != BREAK):
                break
            child = node.children.get(keys[j])
            if child is None:
                break
            node = child
            entries.append(j)
            j += 1
        field = _choose(w, i, best) if best else None
        if field is None:
            i += 1
        else:
            found[i] = field
            i = max(best[0] if best else i + 1, i + 1)
    _add_free(w, found)
    return found


_KIND_OF_CORE = {
    Core.NAME: FieldKind.NAME,
    Core.PERSON: FieldKind.PARTY,
    Core.ADDRESS: FieldKind.ADDRESS,
    Core.BIRTH: FieldKind.BIRTH,
}
#: Marks of a label that are skipped, so that pages of colons cost no more than others.
_MOST_LEADERS = 40
_IN_LABEL = frozenset("/(),.-&'")


def _add_free(w: Words, found: dict[int, Field]) -> None:
    """Add the labels that the table lacks: words up to a colon or a tab that hold a core word."""
    kinds, texts, gaps = w.kind, w.text, w.gap
    taken = {field.value: field for field in found.values()}
    for j in range(1, w.size):
        colon = kinds[j] == MARK and texts[j] in ":=" and not (gaps[j] == 0 and kinds[j - 1] == NUMBER)
        if not colon and not (gaps[j] == 2 and kinds[j - 1] < NUMBER and kinds[j] <= NUMBER):
            continue
        if colon and kinds[j - 1] == MARK and texts[j - 1] in ":=":
            continue  # further marks of a run, which is read once
        value = j
        while (
            colon
            and value < min(j + _MOST_LEADERS, w.size)
            and kinds[value] == MARK
            and texts[value][0] in ":=._…"
        ):
            value += 1
        known = taken.get(value)
        if known is not None and (known.kind is not FieldKind.OTHER or not colon):
            continue
        first = _free_start(w, j)
        if (
            first == j
            or (known is not None and known.first <= first)
            or (not colon and not _line_start(w, first))
        ):
            continue
        if any(
            k in found
            and found[k].kind is not FieldKind.OTHER
            and (
                found[k].value >= j
                or (not colon and found[k].label.endswith(" là") and w.kind[found[k].value] in (TITLE, UPPER))
            )
            for k in range(first, j)
        ):
            continue
        core = core_of([w.low[k] for k in range(first, j) if kinds[k] < NUMBER])
        if core is None or (core is Core.PERSON and not colon):
            continue
        for k in range(first, j):
            found.pop(k, None)
        label = w.folded.text[w.start[first] : w.end[j - 1]]
        found[first] = Field(_KIND_OF_CORE[core], first, value, True, label, free=True)


def _free_start(w: Words, j: int) -> int:
    """Return the first entry of the words before ``j`` that can be one label; ``j`` if there are none."""
    k = j
    closed = False
    while k > 0 and j - k < 14:
        before = k - 1
        kind = w.kind[before]
        if kind == MARK:
            mark = w.text[before]
            if mark == ")":
                closed = True
            elif (
                (mark == "(" and not closed)
                or (mark == "," and not closed)
                or mark not in _IN_LABEL
                or (mark == "." and w.gap[k : k + 1] != [0])
            ):
                break
        elif kind == BREAK or (kind == NUMBER and not closed):
            break
        if k < j and w.gap[k] == 2:
            break
        k = before
    while k < j and w.kind[k] == MARK:
        k += 1
    return k


_NO_ADDRESS = word_set("số email ip mac web website thư điện url trang kho")


_WHOSE = frozenset(("KH", "NV", "HS", "BN", "SV", "HV"))


def _further(w: Words, end: int) -> int:
    """Return where the value begins when a label goes on in lower case up to its colon ("Địa chỉ nhận thông báo:")."""
    for j in range(end, min(end + 6, w.size)):
        if (
            w.kind[j] == LOWER or w.kind[j] == w.kind[end - 1] == UPPER or w.low[j] in ("việt", "nam")
        ) and w.gap[j] == 1:
            continue
        if w.text[j] in _WHOSE and w.gap[j] == 1:
            continue
        if j == end or w.text[j] not in ":=":
            return 0
        j += 1
        while j < w.size and w.kind[j] == MARK and w.text[j][0] in "._…":
            j += 1
        return j
    return 0


_BORN_WORDS = word_set("trong vào khoảng năm ngày hồi đầu cuối tháng vao khoang nam ngay hoi thang")


def _to_value(w: Words, i: int, end: int, found: _Labelled) -> int:
    """Return where the value begins when a label goes on in lower case without a colon, or 0.

    "sinh trong năm 1981"; in a form "Ngày sinh người nhận", then a tab or a line break.
    """
    kind, words_of_label = found[0], found[2]
    form = (
        _line_start(w, i)
        and len(words_of_label) > 1
        and kind is not FieldKind.OTHER
        and w.line_length(i) <= 80
    )
    j = end
    while j < w.size and j - end < 4 and w.kind[j] == LOWER and w.gap[j] == 1:
        if len(words_of_label) == 1 and w.low[j] not in _BORN_WORDS:
            return 0
        j += 1
    if j == end or j >= w.size:
        return 0
    if kind in _DATED and w.kind[j] == NUMBER and w.end[j] - w.start[j] in (1, 2, 4, 8):
        return j
    if (
        form
        and (w.gap[j] == 2 or (w.kind[j] == BREAK and w.line_length(i) <= 36))
        and w.text[j] not in (".", ",", ";")
    ):
        return j
    return 0


def _is_year(w: Words, i: int, j: int) -> bool:
    """Return whether "SN" at ``i`` announces a year, not a house number."""
    if j >= w.size or w.kind[j] != NUMBER:
        return False
    length = w.end[j] - w.start[j]
    after = w.text[j + 1] if j + 1 < w.size else ""
    if length == 2:
        street = j + 2 < w.size and w.key[j + 2] in (
            "tdp",
            "to",
            "ngo",
            "duong",
            "pho",
            "hem",
            "khu",
            "ap",
            "thon",
            "ngach",
        )
        return (i == 0 or w.text[i - 1] in ",(;-") and after in ("", ",", ";", ")", "\n") and not street
    return (length == 4 and w.text[j][:2] in ("19", "20")) or after in ("/", "-", ".")


#: Before "xã:", "tỉnh:": an agency or its head.
_RULING = word_set("ubnd hđnd mttq tịch thư an đội trưởng bộ tế ủy uỷ viên đoàn hội")
_DATED = frozenset((FieldKind.BIRTH, FieldKind.BIRTH_YEAR, FieldKind.ISSUE_DATE))


def _choose(w: Words, i: int, best: tuple[int, list[_Labelled], list[int]]) -> Field | None:
    end, labels, entries = best
    value, colon = _after(w, end)
    if not colon and value < w.size and w.key[value] in ("kh", "nv", "hs", "bn", "sv") and w.gap[value] == 1:
        value, colon = _after(w, value + 1)
    short = labels[0][0] is FieldKind.ADDRESS and len(labels[0][2]) == 1 and labels[0][2][0] != "đc"
    if not colon and not short and (further := _further(w, end)):
        value, colon = further, True
        if labels[0][0] is FieldKind.ADDRESS and any(low in _NO_ADDRESS for low in w.low[end:value]):
            return None
    if i and w.text[i - 1] in "-/" and w.gap[i] == 0 == w.gap[i - 1] and labels[0][0] is FieldKind.ISSUE_DATE:
        return None  # the end of a document number: "12/GXN-CA cấp"
    if (
        i > 1
        and w.text[i - 1] == ":"
        and w.gap[i] == 0 == w.gap[i - 1]
        and w.end[i] - w.start[i] == 2 == len(w.text[i - 2])
    ):
        return None  # inside a hardware address: "96:DC:31"
    if not colon and (words_on := _to_value(w, i, end, labels[0])):
        value, colon = words_on, True
    if labels[0][3] == "sn" and not colon and not _is_year(w, i, value):
        return None
    starts = None
    for kind, how, wanted, label in labels:
        if not _agrees(w, entries, wanted) or ("," not in label and "," in w.text[i:end]):
            continue
        named = (
            i
            and w.kind[i - 1] == w.kind[i]
            and w.gap[i] == 1
            and w.low[i - 1] not in ("co", "va", "la", "ca")
        )
        if kind is FieldKind.ADDRESS and len(wanted) == 1 and i and w.low[i - 1] in _RULING:
            continue  # "Chủ tịch UBND xã: …" names its holder
        if wanted[0] == "năm" and w.low[i] == "nam" and named:
            continue  # the end of a name: "Lê Văn Nam sinh 1981"
        if (
            len(wanted) == 1
            and kind in (FieldKind.OTHER, FieldKind.NAME, FieldKind.AGE)
            and i
            and w.gap[i] == 1
            and (
                (w.kind[i - 1] == w.kind[i] != LOWER and w.line[i - 1] == w.line[i])
                or ":" not in w.text[end:value]
            )
        ):
            continue  # the end of a name: "Hải Phòng:", "Hải Phòng ……"
        if (
            how == "*"
            and len(wanted) == 1
            and not colon
            and w.kind[i] != LOWER
            and not _line_start(w, i)
            and i
            and (w.kind[i - 1] < NUMBER and w.gap[i] == 1)
        ):
            continue  # part of a name: "Đặng Văn Ngữ"
        dated = kind in _DATED and value < w.size and w.kind[value] == NUMBER and w.gap[value] < 2
        if not colon and how != "*" and not dated:
            if how == ":":
                continue
            if starts is None:
                starts = _line_start(w, i)
            if not starts and not (
                (kind is FieldKind.OTHER and len(wanted) > 1) or (w.kind[i] != LOWER and len(wanted) > 2)
            ):
                continue
        return Field(kind, i, value, colon, label)
    return None


def fields(folded: Folded) -> dict[int, Field]:
    """Return the labels of a text by their first entry, found once."""
    return folded.memo("fields", lambda f: _find(words(f)))
