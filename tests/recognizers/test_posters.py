"""Who writes in a forum; fields of programs, files and steps before a colon look the same."""

from __future__ import annotations

import pytest
from finding import found

_FORUM = (
    "[webtretho – góc tâm sự] Chủ thớt: me_susu_0392 • 3 giờ trước\n— luatsu.thienlong: bạn inbox, số mình có\n"
    "— HoaMuopVang: chị ở Từ Sơn cũng thế\n— bo_cu_gio: đọc đi rồi nghĩ"
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (_FORUM, "me_susu_0392"),
        (_FORUM, "luatsu.thienlong"),
        (_FORUM, "HoaMuopVang"),
        (_FORUM, "bo_cu_gio"),
        ("[Clan] be_heo_2k8: ai kéo rank em với\n[Clan] xX_DarkLord_Xx: tới liền nha em", "xX_DarkLord_Xx"),
        ("[thanhloc_vios]: xe em cá vàng, đem gara\n[hoa_hau_oto]: em bán phụ tùng nè", "hoa_hau_oto"),
        ("Bình luận:\nnhat_minh.2k9: tag bạn vô nhận hàng nè", "nhat_minh.2k9"),
        ("cmt: gao_rang: bớt 100 mình qua lấy tối nay", "gao_rang"),
        (
            "hỏi chút\n↳ vietlap_saigon: cắm màn ngoài chưa bác\n↳ son.tinh.99: rồi, không lên đâu",
            "vietlap_saigon",
        ),
        ("Người hỏi: nangmua_tphue\nEm kết hôn năm 2018", "nangmua_tphue"),
        ("Số kakao em lưu là xuan_khuc88.", "xuan_khuc88"),
    ],
)
def test_posters_are_found(text: str, name: str) -> None:
    assert name in found(text, "SOCIAL_ACCOUNT")


@pytest.mark.parametrize(
    "text",
    [
        "created_at: thời điểm tạo bản ghi này\nupdated_by: người sửa bản ghi cuối\nho_ten: họ tên của khách hàng",
        "max_length: tối đa bao nhiêu ký tự\nretry_policy: thử lại ba lần nếu lỗi",
        "dark_mode: chế độ tối cho mắt\nauto_save: tự lưu mỗi phút một lần",
        "README.md: hướng dẫn cài đặt chương trình này\nmain.py: chạy chương trình chính ở đây",
        "Step1: mở ứng dụng và đăng nhập\nStep2: chọn mục cài đặt chung",
        "HTTP2: giao thức mới nhanh hơn nhiều\nIPv6: địa chỉ dài hơn nhiều lắm",
        "- JavaScript: ngôn ngữ cho trang web\n- TypeScript: thêm kiểu cho ngôn ngữ đó",
        "PowerPoint: trình chiếu bài giảng hay\nYouTube: xem video bài giảng mới",
        "Covid19: bệnh do vi rút gây ra\nVitamin3: dùng theo chỉ định bác sĩ",
        "→ max_retry: số lần thử lại khi lỗi\n→ time_out: thời gian chờ tối đa",
        "Người mua: chưa rõ, người bán: đang tìm",
        "tổng cộng: ba trăm nghìn đồng chẵn\nghi chú: đã giao hàng đủ cả",
    ],
)
def test_fields_and_steps_stay(text: str) -> None:
    assert not found(text, "SOCIAL_ACCOUNT")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mình đặt mua vé của nick fb Hà My Vé Xịn (link ở dưới) bị mất tiền", "Hà My Vé Xịn"),
        ('nhắn em qua zalo tên "Nắng Hạ 97", đừng gọi máy khoa', "Nắng Hạ 97"),
        ("0925.117.006 - fb Hoa Hồng Gai - đặt rồi chặn", "Hoa Hồng Gai"),
        ("nick Van Linh Mobile, stk nhan 104877013562", "Van Linh Mobile"),
        ('messages from the Zalo account "Khuê Gió" and waited', "Khuê Gió"),
        ("2/ fb Ốc Tiêu: gửi về cơ quan", "Ốc Tiêu"),
    ],
)
def test_what_an_account_is_called_is_found(text: str, name: str) -> None:
    assert any(hit in (name, f'"{name}"') for hit in found(text, "SOCIAL_ACCOUNT")) or name in found(
        text, "PERSON"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Cài Facebook Messenger trên máy",
        "chạy quảng cáo Facebook Ads cho cửa hàng",
        "Zalo Mini App của tỉnh",
        "On-line ASN.1 structure management, off-line ASN.1 with a compiler",
        "theo dõi Zalo OA Cổng Dịch vụ công",
        "fb Trường Mầm Non Hoa Sen",
        "Facebook Việt Nam thông báo",
        "nick để liên hệ ghi ở dưới",
        "tài khoản 5841 2280 15 tại ngân hàng",
        "fb: Hội Chữ Thập Đỏ phường",
        "Zalo là ứng dụng nhắn tin",
        "acc mới tạo chưa dùng",
        'group facebook "10 Tin – Pythagoras" do lớp trưởng quản trị',
        'kết bạn Zalo tên "Bộ Công An VNEID" rồi gửi ảnh',
        'trên facebook "tạm giữ" được hiểu khác',
    ],
)
def test_networks_and_houses_stay(text: str) -> None:
    assert not found(text, "SOCIAL_ACCOUNT")
