"""The labels of papers that announce people, homes and dates, as printed.

They come from the forms of the civil, land, bank, health and employment papers listed in the identifier reference
(§1.5). ``person_fields`` finds them in a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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


#: A listed label: its kind, how it counts (as ``LABELS`` marks it), its accented words, and as the table spells it.
Labelled = tuple[FieldKind, str, tuple[str, ...], str]


#: ``kind: labels``; ``*`` marks a label that prose uses without a colon, ``:`` one that needs its colon,
#: nothing one that may stand at the start of a line without it.
LABELS: dict[FieldKind, str] = {
    FieldKind.NAME: """
        họ và tên|họ tên|họ, chữ đệm và tên khai sinh|họ chữ đệm và tên|họ, chữ đệm, tên|họ, chữ đệm và tên
        họ đệm và tên|họ và tên khai sinh|họ tên khai sinh|tên khai sinh|tên đầy đủ
        :tên|:họ tên đệm|:họ và tên đệm|họ và chữ đệm|họ đệm|:họ|:đệm|tên gọi khác|bí danh|tên thường gọi
        tên ở nhà*|tên gọi ở nhà|tên tục|tên thường dùng|tên gọi khác*|tên thường gọi*|tên thường gọi là*|tên gọi khác là*
        full name|:name|fullname|given name*|given names*|surname|first name*|last name*|middle name*|family name*
        signature|applicant's signature|signature of applicant|lessor|lessee|landlord|tenant|declarant|witness|co-occupant
        co-occupants|tục danh*|tục danh là*|tục gọi*|tục gọi là*|thường gọi*
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
        tên thuê bao|tên chủ thuê bao|chủ thuê bao|họ tên thuê bao|ký nhận|:người ký nhận|chữ đệm và tên*
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
        :tỉnh/thành phố|:số nhà|:đường|:xã, phường, thị trấn|:phường, xã, thị trấn|:quận, huyện, thị xã|:huyện, quận, thị xã|:tỉnh, thành phố
        :thôn, xóm, ấp|:thôn, xóm|:thôn, bản|:số nhà, đường phố|:số nhà, đường, phố|:tổ, thôn, xóm|:tổ dân phố|:khu phố|:ward|:district|:province|:city|:street
        địa chỉ của tôi*|nơi cư ngụ|:đang trọ|:hiện trọ|:chỗ trọ|:nơi trọ|:đang thuê trọ|:đang thuê|:đang sống|:hiện sống|:hiện sống ở|:giao tận
        :giao ở|:giao tại|:giao cho tại|:nơi nhận thư|:nhận thư tại|:địa chỉ nhận thư|:nơi ăn ở|:lấy tại|:tới lấy|:tới lấy ở|:nhận tại nhà|:đến nhà
        :nơi đkhk|:ở hiện tại|:hiện tại ở|:báo tin về|:thuộc hộ|:nhà cha mẹ|:nhà cha mẹ ở|:nhà chồng|:nhà chồng ở|:nhà vợ|:nhà vợ ở|:về ở|:chuyển đến
        :chuyển về|:nơi chuyển đến|:nơi đi|:nơi đến|:nơi chuyển đi|:nhà cửa|:căn nhà|:nhà|:nhà trọ|:chỗ ngủ|:chỗ trọ hiện tại|:đến ở tại
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
        ngày sinh|sinh ngày*|sinh ngày, tháng, năm|sinh ngày tháng năm|sinh ngày/tháng/năm|ngày tháng năm sinh|ngày, tháng, năm sinh|ngày/tháng/năm sinh|ngày tháng năm sinh
        ngày, tháng, năm sinh|ntns|ngày sinh*|ns|:n s|:sn|dob|:d.o.b|date of birth|birthday|birth date
        ngày sinh của con|:born|born on*|:yob|ngày sanh|sanh ngày*|ngày đẻ|sinh vào ngày*|được sinh ra ngày*|sinh lúc*|sinh*|sinh con vào lúc*|sinh con lúc*
        chào đời lúc*|chào đời ngày*|ngày chào đời|:chào đời|chào đời vào ngày*|đẻ ngày*|nsinh|:s n|ngày sinh nhật|sinh nhật|ngày tháng và năm sinh|sinh hồi|ngày sinh cha|ngày sinh mẹ|ngsinh|ng sinh""",
    FieldKind.BIRTH_YEAR: "năm sanh|sanh năm*|năm sinh|sinh năm*|:sn|sn*|sinh khoảng năm*|sinh trong năm*|sinh vào năm*|sinh hồi năm*|year of birth|:năm chào đời|:năm sinh cha|năm sinh*",
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
        trình độ|ngoại ngữ|trình độ ngoại ngữ|trình độ văn hóa|trình độ học vấn|học vấn|position|title|department|occupation|nhóm máu
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
