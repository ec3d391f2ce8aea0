"""The words of official language that several rules look for: bodies, verbs of orders, abbreviations."""

from __future__ import annotations

from dondoc.reading.text import listed

ADVERBS = listed(r"""
    lãnh đạo,? (?:và )?chỉ đạo; khóa(?! học| họp| luận| đào| tập); bãi bỏ; bảo dưỡng; bảo lưu; bảo trì; bảo
    tồn; bồi thường; chi trả; chia sẻ; chuyển giao; chuyển đổi; chuẩn hóa; chú trọng; chú ý; chăm sóc; chỉnh
    lý; chốt; chủ động; cài đặt; cân nhắc; có báo cáo; có kết luận; có (?:tổng|sơ) kết; có công văn; có cơ
    chế; có hình thức; công chứng; công nhận; cùng(?: nhau|(?= (?:phối hợp|tham gia|rà soát|giải quyết|xem
    xét|chịu))); cương quyết; cưỡng chế; cảnh báo; cấm; cấp kinh phí; cấp phát; cấp phép; cắm mốc; cắt giảm;
    cứu hộ; duy tu; dán; dọn dẹp; dừng; dự báo; dự toán; dự trù; ghi chép; gia cố; gia hạn; giám định; giải
    phóng; giải thể; giải tỏa; giảm trừ; giới thiệu; giữ gìn; gắn; gương mẫu; gặp gỡ; hoàn trả; hạch toán; hợp
    nhất; hủy; khai báo; khen thưởng; khoanh vùng; khoán; khuyến khích; khảo nghiệm; khẩn trương; khởi công;
    khởi tố; khử trùng; kiêm nhiệm; kiên quyết; kiên trì; kiểm đếm; kê biên; kêu gọi; ký kết; kết nối; kịp
    thời; liên hệ; làm (?:đầu mối|nòng cốt|chủ lực); lưu giữ; lưu ý; lập biên bản; lập hồ sơ; lắng nghe; mời;
    mở chuyên mục; mở lớp; mở rộng; mở sổ; mở đợt; nghiêm chỉnh; nghiêm túc; nhanh chóng; nhắc nhở; nâng cấp;
    nạo vét; nắm bắt; nắm chắc; nắm tình hình; nộp lại; phát quang; phát sóng; phân cấp; phân luồng; phân
    định; phấn đấu; phục vụ(?! hành chính); quan trắc; quyết liệt; quyết tâm; quyết định (?:việc|cho|thành
    lập|chấp thuận|phê duyệt|cụ thể|theo); quảng bá; rà lại; rà phá; sao lưu; sáp nhập; sơ tán; sớm; thi công;
    thi tuyển; thiết kế; thu hút; thu nộp; thu thập; thu xếp; sẵn sàng; tháo dỡ; thí điểm; thăm hỏi; thường
    xuyên; thẩm duyệt; thử nghiệm; tinh giản; tiêu hủy; tiếp tục; tiếp xúc; tiết giảm; trang bị; treo; triệt
    để; truy quét; truy thu; truy tố; trước mắt; trả nợ; trấn áp; trồng; (?<!thường\s)trực
    (?:ban|tết|gác|chiến|24); trực tiếp; tuyên dương; hoàn toàn; tuyệt đối; tuần tra; tìm kiếm; tích cực; tích
    hợp; tôn tạo; túc trực; tạm dừng; tạm thời; tạm đình chỉ; tạm ứng; tập huấn; tập trung; tổng rà soát;
    (?<!trật\s)tự; tự kiểm tra; tự rà soát; vào cuộc; xin chủ trương; xuất toán; xác nhận; xét xử; xúc tiến;
    xếp loại; áp dụng; đi kiểm tra; điều tiết; điều tra; đo đạc; đình chỉ; đăng nhập; đơn giản hóa; đưa tin;
    đảm nhiệm; đấu giá; đấu thầu; đấu tranh; đề bạt; đề cao; đền bù; định giá; định hướng; định kỳ; đối soát;
    đối thoại; đồng bộ; đồng loạt; đồng thời; đột xuất; ưu tiên; ủy quyền; ứng trực
""")
"""How an order is to be done; they stand in front of its verb."""

VERBS = listed(r"""
    (?:thanh tra|kiểm sát)(?= (?:việc|theo|trực tiếp|chặt|đột xuất|định kỳ|\d|tại|đối với|toàn diện|chuyên
    đề)); lãnh đạo,? (?:và )?chỉ đạo; khóa(?! học| họp| luận| đào| tập); ban hành; bàn giao; bám sát; báo cáo;
    bảo quản; bảo vệ; bảo đảm; bố trí; bồi dưỡng; bổ nhiệm; bổ sung; cam kết; cho ý kiến; chuyển; chuẩn bị;
    chăm lo; chấm dứt; chấn chỉnh; chấp hành; chỉ đạo; chịu trách nhiệm; chủ trì; chứng minh; cung cấp; cân
    đối; có biện pháp; có giải pháp; có kế hoạch; có phương án; có trách nhiệm; có văn bản; có ý kiến; công
    bố; công khai; cải cách; cải thiện; cập nhật; củng cố; cử(?! tri| nhân| động| chỉ); di dời; diễn tập; duy
    trì; (?<!ngoại\s)giao(?! thông| dịch| lưu| nhận); giám sát; giúp; giúp đỡ; giải ngân; giải quyết; giải
    trình; giảm; giữ vững; góp ý; gửi; hoàn chỉnh; hoàn thiện; hoàn thành; hoàn tất; huy động; hướng dẫn; hạn
    chế tối đa; hạn chế đến mức; (?<!cuộc\s)(?<!buổi\s)(?<!phiên\s)họp(?! với); hỗ trợ; khai thác; khôi phục;
    khảo sát; khắc phục; kiến nghị; kiểm kê; kiểm soát; kiểm tra; kiểm điểm; kiện toàn; kê khai;
    (?<!thư\s)(?<!chữ\s)ký; luân chuyển; làm rõ; làm tốt; làm việc; lấy ý kiến; (?<!công\s)(?<!độc\s)lập; lắp
    đặt; lồng ghép; lựa chọn; mua sắm; (?<!kinh\stế\s)mở; nghiêm cấm; nghiên cứu; nghiệm thu; ngăn chặn; nhân
    rộng; nhận diện; niêm yết; nâng cao; nâng tầm; nêu cao; nêu gương; nắm; nộp; phát hiện; phát huy; phát
    hành; phát triển; phát động; phân bổ; phân công; phân loại; phân tích; phê duyệt; phòng ngừa; phúc tra;
    phản hồi; phản ánh; phối hợp; phổ biến; quan tâm; quy hoạch; quyết toán; quán triệt; quản lý; ra quyết
    định; ra ngay; ra quân; rà soát; rút kinh nghiệm; rút ngắn; siết chặt; soạn thảo; sơ kết; sắp xếp; số hóa;
    sử dụng; sửa chữa; sửa đổi; tham dự(?! buổi| cuộc| hội nghị| họp); tham gia; tham mưu; thanh lý; thanh
    toán; thay thế; theo dõi; thi hành; thiết lập; thu gom; thu hồi; thuê; thụ lý; thành lập; tháo gỡ; thông
    báo; (?<!nghệ\s)thông tin; thúc đẩy; cho(?= (?:toàn bộ |các )?(?:học sinh|sinh viên|trẻ|công nhân|người
    lao động)(?! biết| rằng)); thẩm tra; thẩm định; thống kê; thực hiện; thực hành; tiến hành; tiếp công dân;
    tiếp nhận; tiếp thu; tiết kiệm; tranh thủ; trao đổi; triển khai; truyền thông; tránh; trình; trả lời;
    tuyên truyền; tuyển; tuyển dụng; tính toán; tăng cường; tạo điều kiện; tận dụng; tổ chức; tổng hợp; tổng
    kết; hợp tác(?= (?:chặt chẽ )?với); xả(?= lũ); thu hoạch(?! (?:vụ|của|đạt)); neo đậu; uốn nắn; vận hành;
    vận động; xem xét; xin ý kiến; xác minh; xác định; xây dựng; xử lý; yêu cầu; điều chỉnh; điều động; đào
    tạo; đảm nhận; đánh giá; đôn đốc; đăng ký; đăng tải; đảm bảo; đầu tư; đẩy mạnh; đẩy nhanh; đặt hàng; đề
    nghị; đề xuất; đối chiếu; đổi mới; động viên; ứng dụng
""")
"""What bodies are told to do."""

DEEDS = listed(r"""
    ban bố; biên soạn; biên tập; bình xét; bầu; bỏ; báo động; bắt buộc; bố cáo; bãi nhiệm; can thiệp; chi
    (?:hỗ trợ|tiền|đúng); chia; chiêu sinh; cho(?! rằng| đến| tới| vay| thuê); chuyên chở; chào bán; chào đón;
    chấm điểm; chọn; chỉ định; chịu; chứng nhận; chứng thực; cách ly; cung ứng; cụ thể hóa; cam đoan; cấp
    (?:bù|bổ sung|cứu|mới|thêm|thuốc|vốn|đủ|đổi|giấy|điện|nước); cắm (?:biển|cọc|chốt); cắt
    (?:bỏ|tỉa|cử|nước|điện); di chuyển; di dân; dành; dẫn; dự kiến; dựng; dừng; dồn điền; ghi
    (?:hình|rõ|sổ|vốn|âm|đầy đủ); (?<!quốc\s)gia
    tăng; giao (?:ban|nộp|trả); giãn; giải thích; giới hạn; giữ; gom; góp; gỡ; gắn; hiến; hiện đại hóa; hiệp
    thương; hoàn thuế; hoãn; hạn chế; hủy bỏ; khai (?:giảng|mạc|trương); khoan; khơi thông; khấu trừ; khởi
    động; khử khuẩn; kiểm (?:duyệt|nghiệm); kéo; kết thúc; kỷ luật; liên kết; loại (?:bỏ|trừ); làm (?:căn
    cứ|chủ|mới|sạch|thủ tục); lùi; luật hóa; lưu (?:hồ sơ|mẫu|trữ); lấy (?:mẫu|phiếu); lên (?:danh|lịch|phương
    án); miễn (?:giảm|nhiệm|thu|tiền); mua; mã hóa; mượn; nghe; ngưng; ngừng; nhập(?! khẩu); nhắc; nhắn tin;
    nhận(?! thức| xét| định| khoán| được| thấy); nâng; nêu(?! trên| tại| ở); nạp; nối; phun; phá (?:bỏ|dỡ);
    phát (?:tờ|quà|lệnh|đơn|gạo|giấy|thuốc); phạt; phúc khảo; quay; quy (?:tập|đổi); quyên góp; rút; san lấp;
    soát xét; sàng lọc; sơ tuyển; sửa; tham
    (?:chiếu|khảo|vấn); thay; thoái vốn; thu (?:giữ|hái|hộ|nợ|tiền|đúng|đủ); thu dọn;
    thu xếp; thăm(?! dò| quan); thường trực(?= (?:\d|sẵn|chiến|quân)); thỏa thuận; thể chế hóa; thi đua(?=
    (?:lập|thực|hoàn|xây|đẩy|lao|học|sản|phấn|thi)); tiêm; tiếp (?:cận|sức|đón|tế); tính; trao; trang trí;
    trích; trả; trừ; truy (?:bắt|tìm|vết|xuất); truyền (?:tải|đạt); trưng (?:bày|cầu|dụng); tu (?:bổ|sửa);
    tuyển sinh; tôn vinh; tưới; tạm (?:cấp|giữ|hoãn|ngừng); tặng; tịch thu; tổng (?:duyệt|kiểm tra|kiểm
    kê|dọn|vệ sinh); tống đạt; từ chối; vay; viết; vá; xuất (?:bán|cấp|kho|trình); xây; xét
    (?:chọn|duyệt|nghiệm|thăng hạng|tuyển|tặng); xếp; xử phạt; ôn tập; đi; đo; đón; đóng(?! trên| tại| vai|
    quân); đưa; đấu nối; đặt; đẩy; đề ra; đọc; đổi; điểm danh; điều (?:chuyển|hành|phối|quân|xe); đối ứng; ấn
    định; ổn định; tăng; bắt giữ; bốc xếp; tiễn; ra (?:mắt|thông báo|văn bản|lệnh); xuống (?:cơ sở|giống)
""")
"""What bodies do as well; at the head of a sentence these words tell of work done as often as they order."""

PART_TAKEN = "(?:với|giữ|trên) (?:vai trò|tư cách|tinh thần|phương châm|quyết tâm)"
"""In which part, or in what spirit, a body acts: it stands between the body and its verb."""

ROLES = listed(r"""
    thi công; tư vấn(?: (?:giám sát|thiết kế))?; thiết kế; giám sát thi công; vận hành; khai thác; sản xuất;
    kinh doanh; chế biến; vận tải; nuôi; trồng; chăn nuôi; dạy nghề; cung ứng; phân phối; thu gom; vận chuyển;
    lưu trú; khám bệnh; chữa bệnh; khám, chữa bệnh; điều trị; cai nghiện; thụ hưởng; nhận khoán; vay vốn; kiểm
    định; (?<!các\scơ\squan\s)(?<!các\sđơn\svị\s)(?<!,\sđơn\svị\s)(?<!tổ\schức\s)(?:chủ trì|phối hợp)(?: soạn
    thảo| tham mưu| giải quyết)?(?= (?:cung cấp|lập|báo cáo|gửi|trình|có trách nhiệm|phải|chịu|hoàn thiện|tiếp
    thu|giải trình|nghiên cứu|tổng hợp)(?!\w)); (?:góp |lấy )ý kiến(?= (?:gửi|có|phải|được|giao|tổng hợp|tiếp
    thu)(?!\w)); soạn thảo; (?:chuyên trách )?tham mưu,? giúp việc; tham mưu(?=,? (?:và )?quản lý nhà nước);
    hoạt động(?: (?:khai thác|sản xuất|kinh doanh|chế biến|trong lĩnh vực))?; xuất khẩu; nhập khẩu; quản lý
    nhà nước; quản lý dự án; sử dụng lao động; sử dụng đất; cho thuê; chủ quản; quản lý, sử dụng; quản lý
    rừng; quản lý đường bộ; quản lý đất đai; quản lý thị trường; truyền thông; thông tin(?=(?:,| và) (?:truyền
    thông|báo chí)); thông tấn; báo chí; quản lý(?!
    (?:chặt|tốt|nghiêm|các|những|việc|toàn|và|hiệu|thống|nhà|dự|thuế|thị|rừng|đất|đường)| :|:); cung cấp(?:
    dịch vụ(?: chi trả| thanh toán| công ích| viễn thông)?)?; đăng ký(?: đầu tư| kinh doanh| đất đai)?; cấp
    phép; thẩm định; giám định; thụ lý; điều tra; truy tố; xét xử; thi hành án; tiến hành tố tụng; thu thuế;
    quản lý thuế; thực hiện dịch vụ
""")
"""What tells bodies by their work, "đơn vị thi công", where a verb of what they are to do stands behind."""

PARTS_OF_NAMES = listed("""
    bồi dưỡng; đánh giá; đào tạo; đầu tư; giải quyết; giám sát; hỗ trợ; hướng dẫn; khai thác; khảo sát; kiểm
    soát; kiểm tra; nghiên cứu; phát triển; quản lý; quy hoạch; thẩm định; thi hành; thống kê; tổ chức; tổng
    hợp; tuyên truyền; ứng dụng; xây dựng; xử lý
""")
"""Verbs that also stand in the names of bodies, right behind a capitalised one."""

COMPANY = (
    r"(?:tổng )?công ty(?: (?:cổ phần|tnhh|trách nhiệm hữu hạn|mtv|một thành viên|hai thành viên)"
    r"(?:(?:,| và| -)? (?:cổ phần|tnhh|mtv|một thành viên|tư vấn|đầu tư|xây dựng|phát triển|thương mại"
    r"|dịch vụ|sản xuất|kinh doanh|thiết kế|khai thác|quản lý|môi trường|công trình|kỹ thuật|hạ tầng"
    r"|đô thị))*)?"
)
"""What a company is called by its form tells what it does: "Công ty cổ phần Đầu tư và Xây dựng …"."""

BODIES = listed(rf"""
    bộ trưởng; thứ trưởng; bộ (?:chỉ huy|tư lệnh); bộ(?! nhận diện| chỉ số| câu| máy| phận| công cụ| tài liệu|
    luật| tiêu chí| thủ tục| quy| đội| mặt| ba| hồ sơ); tổng cục(?: trưởng)?; (?:phó )?(?:tổng )?cục trưởng;
    chi cục(?: trưởng)?; cục(?! bộ| diện); (?:phó )?(?:vụ|chi cục) trưởng; vụ(?! việc| án| bà| ông| mùa| hè|
    đông| xuân| lợi| tai| cháy| vi| chưa| đã| đang| còn| tồn| phức tạp); (?:phó )?chánh (?:văn phòng|thanh
    tra|án|tòa); văn phòng(?: đăng ký (?:đất đai|quyền sử dụng đất))?; thanh tra(?! việc|,? kiểm tra| các(?!
    bộ)| công| trách| đột xuất| định kỳ| theo| tại| chuyên đề| \d| trực tiếp| toàn diện| đối với| đơn vị);
    trung tâm; (?<=các\s)viện nghiên cứu; viện nghiên cứu(?=,? (?:và )?(?:các )?(?:trường|viện|trung tâm|doanh
    nghiệp|tổ chức|cơ sở)); (?:học )?viện(?! dẫn| trợ| phí| cớ); sở(?! hữu| tại| trường| thích| dĩ); (?:phó
    )?(?:tổng )?giám đốc; ủy ban; ủy viên; ubnd; hđnd; hội đồng; (?:phó )?chủ tịch; (?:phó )?(?:trưởng
    )?phòng(?!,? chống| ngừa| cháy| bệnh| thủ| hộ| tránh| trừ); ban quản lý (?:các )?dự án(?: đầu tư)?(?: xây
    dựng)?(?: (?:các )?công trình)?; ban (?:quản lý(?! chặt| tốt)|chỉ đạo(?! các| việc)|chỉ huy|giám hiệu|giám
    đốc|giám sát đầu tư|liên lạc|vận động|điều hành|kiểm soát|chấp hành|thường vụ|tổ chức hội nghị|soạn
    thảo|biên tập|thanh tra nhân dân|tiếp công dân); (?:phó )?(?:trưởng )?ban(?! hành| đầu| bố| phát| thưởng);
    (?:phó )?trưởng (?:đoàn|tổ|các(?: đoàn kiểm tra)?|thôn|ngành|phòng|ban|xã|khoa|bản|ấp|bộ phận|thi hành
    án|thads|trạm|đài|khu|buôn|làng|công an|văn phòng|tiểu ban|nhóm|bộ môn|đơn vị); khoa(?! học| bảng| cử);
    quỹ(?: đầu tư(?: mạo hiểm| phát triển)?)?(?! đất| thời| lương| tiền| nhà| đạo); tổ(?! chức| quốc| tiên|
    ấm| hợp(?! tác)); đội(?! ngũ); thường trực; nhóm (?:chuyên|công tác|nghiên cứu|trưởng|tư vấn|kỹ thuật);
    thường vụ; (?:thành|tỉnh|huyện|quận|đảng|chi|cấp) ủy; đảng bộ; chi bộ; (?:phó )?bí thư; công an; kiểm
    sát(?! viên| việc| trực tiếp| các| chặt| \d| tại| đối với| hoạt động); quân đội; biên phòng; tòa án; tand;
    vksnd; viện kiểm sát; tòa(?! nhà| soạn); công đoàn; (?:tổng )?liên đoàn; mặt trận; mttq; hội(?! nghị| họp|
    thảo| nhập| tụ| viên| chợ| trường); hiệp hội; đoàn(?! kết| viên| tàu| kiểm| thể); đoàn (?:kiểm tra|kiểm
    kê|kiểm toán); đoàn thể; ngân hàng(?! số| dữ liệu| đề| câu hỏi| máu| gen); kho bạc; bảo hiểm xã hội;
    {COMPANY}; tập đoàn; doanh nghiệp; trường(?! hợp| phái| kỳ); nhà trường; bệnh viện; cổng thông tin; cơ
    quan; đơn vị; địa phương; tổ chức (?:đảng|chính trị|cơ sở|tín dụng|hành nghề|đấu giá|xã hội|kinh tế|khoa
    học|thẩm định|nghề nghiệp|tôn giáo); tổ chức đoàn(?! công| kiểm| thanh tra| giám); tổ chức hội(?! thảo|
    nghị| họp| thi| chợ| diễn); ngành(?! nghề| hàng| học); chính quyền(?! số| điện tử); chính phủ; quốc hội;
    (?:phó )?thủ tướng; thủ trưởng; người đứng đầu; chấp hành viên; thẩm tra viên; kế toán trưởng; cán bộ;
    công chức; viên chức; đảng viên; chủ đầu tư; nhà thầu; ban quản lý; thành viên; đặc khu; vpcp; đồng chí;
    đ/c; bưu điện; điện lực; hải quan; chi nhánh; tiểu ban; tổ chức,? (?:và )?cá nhân; tổ chức(?=, đoàn thể);
    (?<=các\s)tổ chức; (?:phó |p)ct(?: ubnd)?; pttg(?:tt)?; đài(?! kỷ| phun| tưởng| hóa| hoa); báo và (?:đài
    )?phát thanh; báo(?!
    (?:cáo|động|hiệu|chí|giá|thức|trước|tin|cho|về|ngay|với|lãnh|để|hỏng|mất|nợ|lỗi|bão|đáp|cháy|in|hình)(?!\w));
    thông tấn xã; bảo tàng; thư viện; nhà hát; nhà văn hóa; nhà máy; xí nghiệp; trạm (?:y tế|thú y|bảo
    vệ|khuyến nông|quản lý|kiểm|cấp|bơm); hạt (?:kiểm lâm|quản lý); ông; bà(?! con); cảnh sát điều tra;
    viettel; vnpt; evn; mobifone; chỉ huy trưởng; bộ đội biên phòng; kiểm toán nhà nước; (?:phó )?hiệu trưởng;
    tư lệnh; chính ủy; (?:phó )?tổng biên tập; hợp tác xã; viễn thông(?! và| công|,); trưởng các
    (?:phòng|ban|đoàn(?: (?:kiểm tra|giám sát))?|tổ|ngành); (?:thi hành án dân sự|thads) (?:tỉnh|thành
    phố|tp|khu vực); văn thư(?! lưu| đi| đến); trung ương(?= (?:đoàn|hội|mặt trận)); chủ (?:(?:các
    )?(?:rừng|tàu|mạng|hồ|đập|hộ|cơ sở|phương tiện|dự án|trang trại)|sử dụng|nhiệm vụ|đề tài); (?:điều
    dưỡng|hộ sinh|kỹ thuật viên) trưởng; quản đốc; người đại diện(?= (?:phần vốn|vốn|theo pháp luật)); chi(?=,
    đảng bộ); khối(?! lượng| tài| u| bê| đá| nước); hội thẩm; (?:hòa giải|đối thoại|báo cáo|cộng tác|thanh
    tra|công chứng|đấu giá|quản tài|điều phối|kiểm toán|giám định) viên(?! chức); người phát ngôn; kiểm lâm(?!
    viên); lãnh đạo(?=, (?:chấp hành viên|cán bộ|công chức|chuyên viên|nhân viên|thẩm phán|kế toán));
    (?:đội|tổ|nhóm|trạm|hạt|viện|đồn|bến|đài|bản|ca|kíp|quản giáo) (?:trưởng|phó); phó (?:đội|tổ|viện|trạm)
    trưởng; tổng (?:thanh tra|kiểm toán|thư ký)(?: nhà nước)?; thống đốc; giáo viên; giảng viên; thẩm phán;
    kiểm sát viên; điều tra viên; thư ký(?: thi hành án| tòa án)?; thuyền trưởng; thủ (?:quỹ|kho); bộ môn; kế
    toán(?= (?:đơn|trường|chi|xã|phối|lập|rà|đối|thực|chịu|viên)); hệ thống (?:truyền thanh|truyền thông|chính
    trị); lực lượng(?: tại chỗ)?(?! lao động| sản xuất); dân quân; cảnh sát; đồn (?:biên phòng|công an);
    trạm(?! thu| dừng| biến); vườn quốc gia; khu bảo tồn; cảng(?! biển| cá); bến xe; phân
    (?:viện|cục|xưởng|hiệu); liên minh; liên hiệp; câu lạc bộ; nhà xuất bản; tạp chí; tòa soạn; phòng khám;
    trại (?:giam|tạm giam|giống); (?:nông|lâm) trường; quân khu; binh đoàn; nhà (?:đầu tư|cung cấp|phân
    phối|sản xuất|mạng); (?:sư|lữ|trung|tiểu) đoàn; cơ sở (?:y tế|khám|sản xuất|kinh doanh|đào
    tạo|dạy|nuôi|cai|lưu trú|trợ giúp|bảo trợ|chăn nuôi|chế biến|tôn giáo|in|sử dụng|điều trị|giết mổ|đăng
    kiểm|thờ tự); đơn nguyên; ban quản trị; ký túc xá; (?<=mọi\s)(?:người|công) dân; (?<=mỗi\s)(?:người|công)
    dân; các hộ; hộ(?= nhận khoán| vay vốn); hộ (?:gia đình|dân|kinh doanh|chăn nuôi|nuôi|nghèo|vay|sản xuất);
    thuế (?:các )?(?:tỉnh|thành phố|cơ sở); cấp ủy; cấp(?=, (?:các )?ngành); chủ nhiệm; cơ sở giáo dục;
    (?:thành|tỉnh|huyện|quận) đoàn; đại sứ quán; nhân viên; đảng đoàn; liên danh; đại biểu (?:quốc hội|hội
    đồng|hđnd); điều dưỡng trưởng; người đại diện (?:phần )?vốn; khối(?= (?:các|thi đua|cơ quan|nội chính));
    bộ phận; cộng đồng(?=,| dân cư| doanh nghiệp); nhtm; tctd; nhnn; gvcn; bgh; ubmttq; ubkt;
    (?:(?:gs|pgs|ts|ths|bs)\.)+; thầy; cô(?! đơn| lập| đọng| dâu)
""")
"""How the name of a body or of a post begins; patterns, without the words that only begin alike."""

COUNTED = listed(r"""
    các; những; từng; mỗi; mọi; toàn thể; tập thể; cá nhân; toàn bộ; tất cả; đội ngũ; một số; đồng chí; đ/c;
    ông; bà; đại diện; lãnh đạo(?:, chỉ huy)?; cơ quan; cấp; nguyên; hệ thống; toàn(?= (?:ngành|sở|cục|chi
    cục|cơ quan|đơn vị|lực lượng)); (?:thủ trưởng|người đứng đầu)(?= (?:các )?(?:cơ quan|đơn vị)); hai; ba;
    \d\d
""")
"""What may stand in front of a body's name."""

GENERIC = (
    "ngành|đơn vị|địa phương|đoàn thể|doanh nghiệp|tổ chức"
    r"|cơ quan(?= (?:(?:có )?liên quan|cấp (?:tỉnh|xã))|$)"
)
LEVELS = "tỉnh|thành phố|tp|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu"
STAFF = "cán bộ|công chức|viên chức|người lao động|công nhân|đảng viên|đoàn viên|hội viên"
ONE_NAME = listed(rf"""
    (?:(?:{LEVELS})(?:,| và) )+(?:{LEVELS})(?! ủy| đoàn); (?:tỉnh|huyện|quận), (?:thị|thành)(?:,
    (?:thị|thành))?(?! xã| trấn| phố| ủy| đoàn| viên); (?:(?:tỉnh|thành|huyện|quận|thị) ủy(?:,| và)
    )+(?:tỉnh|thành|huyện|quận) ủy; (?:(?:{STAFF})(?:,| và) )+(?:{STAFF});
    (?:(?:bộ|ban|sở|(?<!nghiệp\s)(?<!nhiệm\s)vụ|cục|phòng|khoa|đội|trung tâm|chi cục|cơ
    quan|cấp|(?<!xã\s)hội|viện|trường|ban ngành|cá nhân|tập đoàn|(?:tổng )?công ty|{GENERIC})(?:,| và)
    )+(?:{GENERIC}|cá nhân|ban ngành)(?! đảng| chính); (?:ông|bà)\.; ông \(bà\); bà \(ông\); giáo dục và đào
    tạo; nông nghiệp và môi trường; nông nghiệp và phát triển nông thôn; khoa học và công nghệ; tài nguyên và
    môi trường; kế hoạch và đầu tư; lao động, thương binh và xã hội; lao động - thương binh và xã hội; lao
    động-thương binh và xã hội; văn hóa, thể thao và du lịch; văn hóa và thể thao; thông tin và truyền thông;
    dân tộc và tôn giáo; tuyên giáo và dân vận; cấp, (?:các )?ngành; ngành, (?:các )?cấp(?! ủy); chi, đảng bộ;
    bộ, ngành; bộ, cơ quan ngang bộ; bộ, cơ quan; ban, bộ, ngành; sở, ban, ngành; sở, ngành; ban, ngành; cơ
    quan, đơn vị; cơ quan, tổ chức, đơn vị; tổ chức, cá nhân; đơn vị, cá nhân; cấp ủy, chính quyền; kiểm tra,
    giải quyết khiếu nại, tố cáo; giải quyết khiếu nại, tố cáo; khiếu nại, tố cáo; khiếu nại tố cáo; cơ quan,
    đơn vị, địa phương; ngành, địa phương; đơn vị, địa phương; quốc hội và hội đồng nhân dân; đbqh và hđnd;
    ngành, đoàn thể; cấp ủy, tổ chức đảng; ban, ngành, đoàn thể; ông, bà; hộ gia đình, cá nhân;
    (?<=phòng\s)(?:đoàn (?:đbqh|đại biểu quốc hội)(?:,| và) )?(?:hđnd|hội đồng nhân dân)(?:,| và) (?:ubnd|ủy
    ban nhân dân); phòng, chống; (?<=các\s)vụ, cục; phòng, ban; khoa, phòng; phòng, đơn vị; báo chí, phát
    thanh, truyền hình; thôn, bản; (?:báo|phát thanh)(?: và|,) (?:đài )?(?:phát thanh|truyền hình)(?:(?: và|,)
    truyền hình)?; kiểm kê, bảo quản; (?:phòng cháy,? (?:và )?)?chữa cháy(?: và|,) cứu nạn, cứu hộ; cứu nạn,
    cứu hộ; phòng cháy, chữa cháy; phòng cháy và chữa cháy; giáo dục thường xuyên; giáo dục nghề nghiệp;
    (?:(?:mầm non|tiểu học|trung học|trung học cơ sở|trung học phổ thông|thcs|thpt|trung cấp|cao đẳng|đại
    học|học viện)(?:,| và) )+(?:mầm non|tiểu học|trung học cơ sở|trung học phổ thông|thcs|thpt|trung cấp|cao
    đẳng|đại học|học viện); đào tạo, bồi dưỡng; kiểm tra, giám sát; kế hoạch tổng hợp; hồi sức(?:,| -)? cấp
    cứu; bảo trợ xã hội tổng hợp; giám đốc kiểm tra(?= (?:i|về)); giám sát quản lý về hải quan; công đoàn cấp
    trên trực tiếp cơ sở; cơ quan thông tin đại chúng; ban xây dựng đảng; (?:cận )?lâm sàng(?:,| và) (?:cận
    )?lâm sàng; thi đua, khen thưởng; (?:kinh tế|vật liệu) xây dựng; lãnh đạo, chỉ huy; thanh tra, giám sát;
    thanh tra, kiểm tra; giám sát, kiểm tra và xử lý sau thanh tra; kế hoạch, tài chính; (?:thủ trưởng|lãnh
    đạo|(?:phó )?(?:giám đốc|chủ tịch|hiệu trưởng))(?:,| và) (?:thủ trưởng|lãnh đạo|(?:phó )?(?:giám đốc|chủ
    tịch|hiệu trưởng))(?= các| cơ quan| đơn vị)
""")
"""Names and fixed pairs that a comma or "và" does not part."""

ABBREVIATIONS = {
    "thads": "thi hành án dân sự",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "tand": "tòa án nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "mttq": "mặt trận tổ quốc",
    "tp.": "thành phố",
    "đbqh": "đại biểu quốc hội",
}
"""What documents write short, and in full."""
