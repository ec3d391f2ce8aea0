"""A notice of our own about the small organisation's province, in the form of real ones; its correction."""

NOTICE = """THÔNG BÁO
Kết luận của Tổng cục trưởng tại buổi làm việc với Cục Hải Phòng
Ngày 09/5/2014, Tổng cục trưởng đã chủ trì buổi làm việc với Cục Hải Phòng và kết luận như sau:

1. Về tình hình công tác
Việc lưu trữ hồ sơ còn chậm, mới đạt 62,5% số hồ sơ phải lưu trữ.

2. Về nhiệm vụ trong thời gian tới
2.1. Về tổ chức cán bộ
- Phòng Tổ chức cán bộ của Cục cần hoàn thành việc bổ sung thư ký cho các tổ trước ngày 30/6/2014.
- Các Phòng chuyên môn thuộc Cục phải rà soát danh mục hồ sơ, báo cáo kết quả trước ngày 15/7/2014.
- Cục Hải Phòng mở lớp tập huấn trong thời hạn 15 ngày kể từ ngày kế hoạch được phê duyệt.
- Thường xuyên kiểm tra việc chấp hành nội quy cơ quan.
2.2. Về kế hoạch khắc phục: Cục Hải Phòng cần xây dựng Kế hoạch khắc phục các tồn tại nêu trên, trình \
Tổng cục trưởng duyệt trước ngày 23/5/2014 \
(Văn phòng Tổng cục và Vụ Tổ chức cán bộ có trách nhiệm tham gia ý kiến trước khi trình).
2.3. Vụ Tổ chức cán bộ có trách nhiệm hướng dẫn Cục Hải Phòng thực hiện Thông báo này.

Nơi nhận:
- Tổng cục trưởng (để b/c);
- Cục Hải Phòng (để t/h);
- Lưu: VT.
TL. TỔNG CỤC TRƯỞNG
CHÁNH VĂN PHÒNG

Lê Chánh
"""

CORRECTED = (
    NOTICE.replace("- Phòng Tổ chức", "- Siết chặt kỷ luật lao động.\n- Phòng Tổ chức")
    .replace("trước ngày 15/7/2014", "trước ngày 31/7/2014")
    .replace("- Thường xuyên kiểm tra việc chấp hành nội quy cơ quan.\n", "")
)
"""One order inserted in front, one term moved, one order withdrawn; the rest under later references."""
