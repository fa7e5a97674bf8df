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
        "tổng cộng: ba trăm nghìn đồng chẵn\nghi chú: đã giao hàng đủ cả",
    ],
)
def test_fields_and_steps_stay(text: str) -> None:
    assert not found(text, "SOCIAL_ACCOUNT")
