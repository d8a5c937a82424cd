### Chinese, the source. A message is what is shown; `.spoken` is what is said where that must differ.
### Notes to the translator stand above a message. Keep sentences short: one thought each, polite, no office words.
### `.lang`: the language of the words, where it is not this file's. `.clips`: the recordings that said in order give the sentence.

## Toolbar, on every view

# Each names its language in its own script, and leads to it.
tool-lang-zh = 中文
tool-lang-en = English
    .spoken = 英文
    .lang = en
tool-lang-mn = ᠮᠣᠩᠭᠣᠯ
    .spoken = 蒙古文
    .lang = mn
tool-lang-ug = ئۇيغۇرچە
    .spoken = 维吾尔文
    .lang = ug
tool-lang-bo = བོད་ཡིག
    .spoken = 藏文
    .lang = bo
tool-size = 字大小
    .spoken = 字大小，现在是第 { $step } 档
tool-voice-off = 关声音
tool-voice-on = 开声音
# Opens the view in which a resident chooses how to see and to hear.
tool-settings = 看清听清
    .spoken = 看清听清，调颜色和声音
tool-help = 叫人帮忙
go-back = 返回
go-home = 回首页
next-page = 下一页
previous-page = 上一页
repeat = 再听一遍

## Home

# On the glass while the machine starts and asks the service for the hall.
starting-title = 正在开机，请稍等
home-title = 您要办什么事？
home-card = 有身份证或社保卡，请先放在读卡处
home-touch = 没带卡，直接按下面
home-reader-down = 有一个读卡处坏了。读不出来，直接按下面
home-hours = 今天办公时间 { $hours }
home-closed = 今天不办公
home-lost = 网络不通，暂时不能取号。请到咨询台
line-waiting = { $count ->
        [0] 不用排队
       *[other] 前面 { $count } 人
    }
line-closed = 现在不办
# The line is open, and no window that serves it is.
line-no-window = 窗口还没有开
line-opens = { $time } 开始办
line-books = 现在不办，可以预约
line-opens-books = { $time } 开始办，可以预约
line-name = { $name }

## The card

card-title = 请放身份证或社保卡
card-line = 您要办：{ $line }
card-elder = 年满 { $age } 岁的，放卡后自动优先
card-none = 没带卡，直接取号
# In place of card-none where the machine cannot read cards.
take-plain = 直接取号
card-priority = 我需要优先照顾
card-booked = 我预约过，输预约码
card-reading = 正在读卡，请不要拿走
who = { $name } 您好，证件尾号 { $tail }
confirm-title = 请按要办的事取号
confirm-line-title = 是您本人吗？
confirm-yes = 是我，取号
confirm-not-me = 不是我
priority-earned = 您年满 { $age } 岁，可以优先
priority-on = 优先办理
priority-off = 不用优先
priority-title = 您是哪一种情况？
priority-note = 请到窗口时出示证件
priority-none = 都不是，按普通取号
priority-name = { $name }

## Waiting

issuing-title = 正在为您取号
issuing-body = 请稍等
retrying-body = 网络慢，正在再试

## The ticket

ticket-title = 您的号是 { $number }
    .spoken = 您的号是，{ $number } 号
ticket-number = { $number }
ticket-line = { $line }
ticket-ahead = { $count ->
        [0] 前面没有人，请准备
       *[other] 前面还有 { $count } 人
    }
ticket-wait = 大约等 { $minutes } 分钟
ticket-wait-range = 大约等 { $least } 到 { $most } 分钟
ticket-windows = 请到 { $windows } 号窗口前等候叫号
ticket-area = 请在{ $area }等候，{ $windows } 号窗口会叫您
ticket-priority = 您是优先号
ticket-appointment = 按您预约的时间排号
# This person holds a number of the line already; it goes on.
ticket-earlier = 您已经取过号：{ $number }
ticket-still-good = 这个号还有效，不用再取。号票丢了可以再打一次
ticket-called = 现在正在叫您的号，请马上到窗口
ticket-printing = 正在打印号票
ticket-printed = 号票已打印，请从下面取走
ticket-not-printed = 号票没有打印出来，但您的号有效。请记住号码
ticket-uncertain = 号票可能没有打印完整，但您的号有效。请记住号码
# A machine without a printer.
ticket-remember = 请记住号码，或者用手机扫码
ticket-scan = 也可以用手机扫码看还有几个人
ticket-again = 再打一次
ticket-done = 好了
ticket-card-back = 请拿好您的证件

## The code of an appointment
code-title = 请输入六位预约码
code-empty = { $typed }
    .spoken = 还没有输入
code-typed = { $typed }
    .spoken = { $digits }
# In place of digits that nobody else may see: marks, and how many there are.
masked-typed = { $typed }
    .spoken = { $count ->
        [0] 还没有输入
       *[other] 输入了 { $count } 位
    }
code-erase = 删除
code-enter = 确定
digit = { $digit }

## Booking a time: one question a view

home-book = 预约、上门、代办
# The same where the hall takes no appointments.
home-visit = 上门服务、代办
book-title = 您要哪一样？
book-new = 约个时间来办
book-new-hint = 不用排队，按时来就行
book-kept = 看预约、改时间、取消
book-visit = 请人上门服务
book-visit-hint = 走不动、出不了门的，我们到家里来
card-book = 今天不办，约别的时间
book-line-title = 约哪一件事？
# Above the days, the times and the review: what the time is for.
book-line = 要办：{ $line }
book-moving = 要改的预约：{ $line }，{ moment }
book-day-title = 哪一天来？
book-day-free = 还有 { $count } 个时间
book-day-special = { $name }
book-day-off = { moment-date } { $name }，不办公
# Somebody else was quicker and the day has nothing left.
book-day-full = 那一天刚刚约满了，请换一天
book-none = 这一项近期都约满了
book-none-do = 请到咨询台问一问，或者换一件事
book-time-title = 几点来？
book-taken = { moment-time } 刚刚被别人约走了
book-taken-do = 这几个时间离得最近，还空着
book-all-times = 看这一天别的时间
book-other-time = 换个时间
book-card-why = 到那天放同一张卡就能取号
book-by-phone = 没带卡，输手机号
book-who-title = 请留一个电话
phone-title = 请输入您的电话号码
phone-why-book = 时间有变，我们打这个电话
phone-why-visit = 我们先打这个电话，问清楚再来
phone-typed = { $typed }
    .spoken = 已经输入 { $count } 位
phone-hear = 听一遍号码
phone-heard = 您输入的号码是
phone-digits = { $digits }
# The number itself for the eye alone; others may stand by.
who-phone = 电话 { $phone }
    .spoken = 电话尾号 { $end }
who-both = { $name } 您好，电话 { $phone }
    .spoken = { $name } 您好，电话尾号 { $end }
book-read-title = 请看一看，对不对？
book-when = 时间：{ moment }
book-when-new = 改到：{ moment }
book-yes = 对，就约这个
move-yes = 对，就改到这个
asking-slots = 正在查哪天有空
asking-bookings = 正在查您的预约
asking-book = 正在为您预约
asking-cancel = 正在取消
asking-visit = 正在登记

## What is booked

booked-title = 约好了，这是您的预约码
moved-title = 改好了，预约码没有变
kept-title = 您的预约
already-title = 您那天已经约过了
code-number = { $number }
    .spoken = { $digits }
book-come = 请按时来，带好证件。晚到的要重新排队
book-move = 换个时间
book-cancel = 取消预约
kept-card = 请放预约时用的卡
kept-code = 没用卡，输预约码
kept-several = 您要看哪一个？
kept-no-card = 这张卡没有预约
kept-no-card-do = 用电话约的，请输预约码
cancel-title = 要取消这个预约吗？
cancel-yes = 取消预约
cancel-no = 不取消
cancelled-title = 已经取消了
cancelled-do = 这个时间留给别人了。要来可以再约
booked-already = 这个电话已经约了 { moment }
booking-unreachable = 网络不通，还不知道成没成
booking-failed = 机器出了差错，没有办成
booking-desk = 请再试一次，或者到咨询台办
slip-printing = 正在打印
slip-printed = 单子已打印，请从下面取走
slip-not-printed = 单子没有打印出来，但是办好了。请记住上面的号码
slip-uncertain = 单子可能没有打印完整，但是办好了。请记住上面的号码
# A machine without a printer.
slip-remember = 请记住上面的号码

## A visit at home

visit-for-title = 谁需要上门服务？
visit-how = 您留电话，我们打电话问清楚，再上门
visit-free = 上门服务不收钱
visit-for-self = 我自己
visit-for-other = 我替家人、邻居问
visit-need-title = 要办什么事？
visit-need-any = 说不清，打电话时再说
visit-group-title = 有下面的情况吗？
visit-group-why = 可以不说。您选了就会记下来，只给安排上门的工作人员看
visit-group-frail = 不能照顾自己、下不了床
visit-group-disabled = 有残疾
visit-group-very-old = 八十岁以上
visit-group-ill = 病重
visit-group-alone = 一个人住
visit-group-left-behind = 儿女都在外地
visit-group-none = 都没有，或者不想说
visit-read-self = 给我自己申请上门
visit-read-other = 替别人申请上门
visit-read-any = 要办的事：打电话时再说
visit-yes = 对，请人上门
visit-again = 不对，重新选
visit-asked-title = 登记好了，这是您的登记号
visit-called = 工作人员会打电话给您，说好哪天来
visit-phone = 要问就打 { $phone }，报这个号

## Days and times

# { $ahead }: how many days from today. { $weekday }: 1 is Monday. { $part }: am or pm, on a clock of twelve hours.
moment-date = { $month }月{ $day }日 { moment-weekday }
moment-weekday = { $weekday ->
        [1] 周一
        [2] 周二
        [3] 周三
        [4] 周四
        [5] 周五
        [6] 周六
       *[7] 周日
    }
moment-day = { $ahead ->
        [0] 今天 { moment-weekday }
        [1] 明天 { moment-weekday }
       *[other] { moment-date }
    }
moment-time = { $part ->
        [am] 上午 { $clock }
       *[pm] 下午 { $clock }
    }
moment = { moment-date } { moment-time }
moment-opens = { $ahead ->
        [0] 今天 { moment-time } 开始办
        [1] 明天 { moment-time } 开始办
       *[other] { moment-date } { moment-time } 开始办
    }

## Looking for what one came to do

# On home: for whoever does not know which line is theirs.
find = 找要办的事
find-title = 您想怎么找？
find-how = 不知道排哪一队，在这里找
find-letters = 按拼音字母找
find-writing = 用手指写字找
find-domains = 一类一类地看
find-other = 换一件事
find-more = 看全部 { $count } 件
letters-title = 请按拼音字母
letters-how = 按每个字的第一个字母就行，例如高龄津贴：G L J T
letters-none = 没有找到。请删掉一个字母，或者换一种说法
letters-empty = ＿ ＿ ＿ ＿
    .spoken = 还没有按字母
letters-typed = { $typed }
    .spoken = { $letters }
letter = { $letter }
writing-title = 请写一个字
writing-written = { $written }
ink-how = 用手指写在方框里
    .spoken = 请用手指写在方框里。不方便写，就按返回，用字母找
ink-again = 没认出来，再写一次
ink-char = { $char }
ink-undo = 退一笔
ink-clear = 重写
ink-other = 都不是
domains-title = 请选一类
domain-public_education = 上学教育
domain-employment = 就业创业
domain-social_insurance = 养老保险和社保卡
domain-health_care = 看病医保
domain-elderly_care = 养老服务
domain-social_services = 困难救助
domain-housing = 住房
domain-culture_sports = 文化体育
domain-disability_services = 残疾人服务
domain-veterans = 退役军人
domain-household_registration = 户口和居住
domain-other = 其他
found-title = 您要办哪一件？
found-near = 没有一样的，这几件最接近
found-none = 没有找到
found-written = 您写的是：{ $written }
write-on = 再写一个字
item-name = { $name }
shut-title = { $name }现在不办
shut-do = 着急的事，请叫人帮忙

## Guides: what to know about an item

# On the ways of looking.
find-events = 遇到了什么事
find-people = 我是哪种人
find-asked = 大家常办的
find-whole = 几件事一次办
find-village = 村里能办的
events-title = 家里有什么事？
people-title = 您是哪一种？
village-title = 村里、社区能办哪一类？
event-birth = 生孩子
event-schooling = 上学
event-work = 找工作
event-business = 开店办企业
event-illness = 看病
event-housing = 住房
event-marriage = 结婚
event-retirement = 退休
event-old_age = 养老
event-disability = 残疾
event-hardship = 有困难
event-service = 参军退伍
event-moving = 搬家落户
event-death = 家人去世
person-elder = 老年人
person-parent = 家里有小孩
person-disabled = 残疾人
person-veteran = 退役军人
person-jobseeker = 找工作的人
person-student = 学生
person-farmer = 农牧民
person-business = 开店办企业的人
village-certificates = 开证明
village-payments = 代缴费
village-relief = 困难救助
village-documents = 代办证件
village-farming = 农牧业服务
village-affairs = 村里的事
village-employment = 找活干、学手艺
# Words of the hall's own, as they are.
guide-text = { $text }
guide-numbered = { $place }. { $text }
    .spoken = 第 { $place }，{ $text }
guide-sample = 这是样例，以窗口说的为准
guide-parts = 包括哪几件事
guide-bring = 要带什么
guide-steps = 怎么办
guide-terms = 多久、多少钱
guide-places = 在哪里办
guide-online = 在手机上、网上办
guide-faq = 大家常问
guide-parts-title = { $name }，包括哪几件事
guide-bring-title = { $name }，要带什么
guide-steps-title = { $name }，怎么办
guide-terms-title = { $name }，多久、多少钱
guide-online-title = { $name }，在网上办
guide-places-title = { $name }，在哪里办
guide-faq-title = { $name }，大家常问
notice-held = 要的材料您都带了
guide-bring-none = 什么都不用带
guide-check = 看我带齐了没有
guide-take = 取号去办
guide-print = 打印带回家
# Beside the code that opens the official address.
guide-online-scan = 用您的手机扫一扫，就能办
guide-online-help = 不会弄，就叫人帮忙，当面教您
guide-on-phone = 在手机上亮电子证照也行
guide-scan = 手机扫一扫，存下来慢慢看
guide-printing = 正在打印，请等一下
guide-printed = 打印好了，请拿走
guide-not-printed = 没有打印出来
guide-uncertain = 不知道打印好了没有，请看出纸口
guide-original = 原件
guide-copies = 复印件 { $count } 份
guide-both = 原件，还有复印件 { $count } 份
guide-source = 到哪里办：{ $source }
guide-if-yes = 答“是”才要：{ $question }
guide-if-no = 答“不是”才要：{ $question }
guide-spot = 这里能办：{ $how }
guide-promise = 可以先写承诺书，不用这份材料
guide-later = 可以晚点交，{ $days } 个工作日以内
guide-step-place = 在{ $place }
guide-step-days = 最多 { $days } 个工作日
guide-conditions = 哪些人能办
guide-time = 要多久
guide-immediate = 材料齐了，当场办好
guide-promised = 我们答应：{ $days } 个工作日办好
guide-statutory = 规定最长 { $days } 个工作日
guide-fee = 多少钱
guide-visits-title = 要来几次
guide-visits = { $count ->
    [0] 一次都不用来
   *[other] 来 { $count } 次
  }
guide-result = 办好拿到什么
guide-procedures = 还有这些程序
# A bundle: several items at once, and the papers that they share are brought once.
guide-whole = { $count } 件事一次办，同样的材料只交一份
guide-in-whole = 一起办：{ $name }
guide-ones = 这件事做到了
guide-one-notice = 缺什么，一次说全
guide-one-form = 只填一张表
guide-one-papers = 材料只交一套
guide-one-window = 一个窗口就能办
guide-one-online = 在网上也能办
guide-village = 在村里、社区的便民服务站也能办
guide-delivery-counter = 到窗口拿
guide-delivery-post = 可以邮寄
guide-delivery-home = 可以送到家
guide-regional = 住在外地也能在这里办
guide-phone = 电话 { $phone }
guide-enquiry = 想问清楚
guide-complaints = 不满意
guide-gone = 这件事现在没有指南

## The notice: what is missing, told once

check-progress = 第 { $place } 个，共 { $count } 个
check-card = 可以先放证件，下次来我们知道告诉过您。不放也行
check-yes = 是
check-no = 不是
check-material = { $name }，带了吗？
check-held = 带了
check-lacking = 没带
notice-complete = 材料齐了，可以去办
notice-missing = 还缺 { $count } 样
notice-all = 一次都告诉您。补齐这些，就能办
notice-today = 缺的在这里能补，今天就能办
notice-recording = 正在记下来
notice-recorded = 告知单 { $number } 号，我们记下了
notice-queued = 网络不通，先记在机器里，通了就送到
notice-not-kept = 没有记下来，请把单子打印出来
notice-second = 这件事以前没有一次说全，是我们的错，已经记下
notice-print = 打印这张单子

## On the papers of guides and notices

paper-version = 第 { $version } 版，{ $year }年{ $month }月{ $day }日起用
paper-printed = 打印日期 { $year }年{ $month }月{ $day }日
paper-fold = 沿虚线折，装在口袋里
paper-keep = 手机扫一扫，存在手机里
paper-notice = 一次性告知单
paper-notice-kept = 告知单 { $number } 号
paper-notice-number = 告知单号
paper-notice-missing = 还缺这 { $count } 样
paper-notice-rest = 照这张单子补齐，就能办。再叫您补别的，是我们没说全，请打 { $phone }

## A mandate: an agent does it for the resident (代办)

# On a guide, and on a notice that misses nothing.
guide-entrust = 请人代办
asking-forms = 正在准备
asking-mandate = 正在登记您的委托
asking-progress = 正在查办到哪一步
asking-received = 正在记下您的签收
entrust-title = 请人代办：{ $name }
# Above what one agrees to, in the words of the hall's own form.
entrust-read = 请先看一看，听一听。同意了再办
entrust-yes = 同意
entrust-no = 不用
entrust-card-why = 放了卡，就知道是您本人委托的
entrust-no-card = 委托要登记证件，请帮办员来
entrust-helper = 没带卡，请帮办员来
hand-title = 哪些材料交给我们？
hand-how = 不交的您自己拿好。原件用完退给您
hand-all = 全都交给你们
# { $count }: how many were chosen.
hand-on = { $count ->
    [0] 现在都不交
   *[other] 就交选好的 { $count } 样
  }
# Materials of which a copy lies in the resident's folder; below it their names.
papers-kept-title = 以前交过的，还用吗？
papers-kept = 这几样的复印件还在我们这里，还有效
papers-same = 用，这次不用再交
papers-anew = 不用，重新交
entrust-kept = 沿用以前交过的 { $count } 样
phone-kept-title = 电话换了吗？
# { $end }: its last four digits.
phone-kept = 您上次留的电话，尾号 { $end }
phone-same = 没换，有事打这个
phone-other = 换一个，或者不留
entrust-phone-why = 有事打这个电话。也可以不留
# On the key that goes on without a number: as short as can be.
entrust-no-phone = 不留
entrust-what = 委托代办：{ $name }
entrust-within = 签了字，{ $days } 个工作日办好
entrust-handed = { $count ->
    [0] 现在不交材料
   *[other] 交给我们 { $count } 样材料
  }
entrust-sign = 对，去签字
sign-title = 请签上您的名字
sign-how = 用手指写在框里
    .spoken = 请用手指写在框里。不会写、不方便写，可以请帮办员来
sign-done = 签好了
sign-helper = 不方便签，请帮办员来
entrusted-title = 委托好了，委托号 { $number }
entrusted-draft = 记下了，还差您签字，委托号 { $number }
entrusted-printing = 正在打印回执和委托单
entrusted-printed = 打印好了。回执您留着，委托单交给帮办员
entrusted-not-printed = 单子没有打印出来，但是记下了。放同一张卡就能查到
entrusted-uncertain = 单子可能没有打印完整，但是记下了。放同一张卡就能查到
# A machine without a printer.
entrusted-no-paper = 不用记号码，放同一张卡就能查到
entrusted-end = 最晚 { moment-date } 办好
entrusted-no-end = 多久办好，代办员会告诉您
entrusted-unsigned = 签了字才开始办
entrusted-handed = 您交给我们的
entrusted-give = 请帮办员来收，或者交到窗口
entrusted-after = 代办员接手后就替您办，不用您跑
entrusted-ask = 想知道办到哪一步，在这里放同一张卡
entrusted-sign-here = 帮办员马上来，当面帮您签字、按手印
entrusted-collect = 请帮办员来收材料
entrusted-pen = 看帮办员来了没有

## How far a mandate is

# Beside booking a time and a visit at home.
mandates = 看代办办到哪了
mandates-card = 请放委托时用的卡
receipt-code = 没带卡，看回执上的查询码
receipt-code-title = 请输入回执上的八位查询码
receipt-end-title = 请输入证件号码或电话的后四位
mandates-away = 网络不通，现在办不了、查不了
mandates-none = 这张卡没有委托过
mandates-none-do = 有回执的，可以输回执上的查询码
mandate-codes-do = 请等一分钟再输，或者放委托时用的卡
trouble-other-receipt = 再查一次
# The closing sheet (办结单): an agent has laid the result before the resident.
closing-title = 结果拿到了吗？请看一看，再签字
closing-sign = 都对，去签字
closing-helper = 不对，请帮办员来
progress-what = { $name }，委托号 { $number }
progress-agent = 代办员 { $agent }
progress-late = 已经过了答应您的日子，对不起
progress-drafted = 还差您签字
progress-accepted = 登记好了，等代办员接手
progress-taken = { $agent } 正在替您办
progress-relayed = 现在在{ $office }办
progress-relayed-by = 现在在{ $office }，{ $agent } 正在办
progress-relayed-waits = 已经送到{ $office }，等那边接手
progress-supplementing = 还缺材料，请您补来
progress-done = 办好了
progress-refused = 没有办成
progress-refused-told = 没有办成，结果已经交给您
progress-posted = 办好了，已经寄出
progress-delivered = 办好了，已经交给您
progress-withdrawn = 您已经撤回委托
progress-going = 正在办
progress-next = 下一步
progress-next-drafted = 请您签字，叫人帮忙就行
progress-next-accepted = 代办员接手
progress-next-taken = 代办员去办，办好告诉您
progress-next-relayed = 等那边办完
progress-next-supplementing = 您把缺的补来，放在窗口就行
progress-next-done = 代办员和您说好：来窗口拿、寄给您，还是送到家
progress-next-refused = 代办员会告诉您为什么，材料退给您
progress-next-posted = 请等邮递员上门
progress-act-accept = 您签了委托
progress-act-take = { $who } 接手
progress-act-hand-over = 交给 { $whom } 办
progress-act-relay = 送到{ $whom }
progress-act-take-over = { $whom }的 { $who } 接手
progress-act-back = { $whom }办完了
progress-back-refused = { $whom }没有办成
progress-back-supplement = { $whom }说还缺材料
progress-back-recalled = 从{ $whom }拿回来了
progress-act-review = 几个部门先一起看了
progress-act-pay = 替您代缴代收：{ $whom }
progress-act-pass-on = 交给您了：{ $whom }
progress-act-ask = 发现还缺材料
progress-act-supply = 您补了材料
progress-act-finish = 办好了
progress-act-refused = 没有办成
progress-act-post = { $carrier }寄出
progress-act-counter = 在窗口交给您
progress-act-home = 送到您家里
progress-act-confirm = 您收到了
progress-act-withdraw = 您撤回了委托
progress-act-return = 材料退给您
progress-tracking = 单号 { $number }
progress-until = 请在 { moment-date } 以前补来

## On the papers of a mandate

paper-mandate-number = 委托号 { $number }
paper-on = { $year }年{ $month }月{ $day }日
# In place of the agent, while nobody has it yet.
paper-agent-later = 代办员接手后，放卡就能查到是谁，再打一张
paper-agent-phone = 代办员电话
paper-id-end = 尾号 { $tail }
paper-handed = 交来的材料
paper-signed = 委托人签字
paper-sign-here = 委托人签字、手印：
paper-witness = 见证人签字：
paper-sign-day = 日期：

## On paper

paper-hall = { $hall }
paper-number = 您的号
paper-line = 办理事项
paper-line-name = { $name }
paper-windows = 窗口
paper-window-list = { $windows } 号
paper-area = 等候区
paper-area-name = { $area }
paper-ahead = 前面等候
paper-people = { $count } 人
paper-wait = 大约等待
paper-minutes = { $minutes } 分钟
paper-minutes-range = { $least } 到 { $most } 分钟
paper-priority = 优先
paper-priority-class = 优先：{ $name }
paper-issued = 取号时间 { $time }
paper-clock = { $time }
paper-note = 听到叫号、看到屏幕显示您的号，请到窗口。过号请找工作人员
paper-scan = 手机扫码看还有几人
paper-phone = 咨询电话 { $phone }
paper-reprint = 重打
paper-void = 作废
paper-code = 预约码
paper-day = 日期
paper-time = 时间
paper-come = 请按时来，带好证件。在自助机上放卡或输预约码，取号排队
paper-change = 要改时间、取消：在自助机上办，或打咨询电话
paper-visit = 上门服务登记号
paper-visit-note = 工作人员会打电话给您，问清楚要办的事和住址，说好哪天来。上门服务不收钱

## Help

help-title = 正在为您叫工作人员
help-body = 请在这里等一下
help-queued = 网络不通，工作人员还没有收到。请到咨询台，或打电话 { $phone }
help-refused = 没有叫到工作人员
help-phone = 请到咨询台，或打电话 { $phone }
help-desk = 请到咨询台，那里有人帮您
help-coming = { $name } 马上就来
help-minutes = 大约 { $minutes } 分钟
help-return = 回到刚才
# Who is rung; names of people.
help-names = 正在叫 { $names }
help-seen = { $name } 看到了
help-further = 还没有人应，正在叫别的人
help-late = 还没有人来应
help-still = 我们还在叫
help-nobody = 现在没有帮办人员值班
help-next = { $name } { moment-date } { moment-time } 值班
help-next-phone = { $name } 的电话 { $phone }
help-all = 大厅里的人也听到了铃声
help-came = 有人来帮我了
help-cancel = 不用叫了

## Something to tell the hall: praise, a suggestion, a complaint

opinion = 意见投诉
opinion-title = 您想说什么？
opinion-complaint = 投诉
opinion-complaint-hint = 哪里没办好
opinion-suggestion = 建议
opinion-suggestion-hint = 希望怎么改
opinion-praise = 表扬
opinion-praise-hint = 谁做得好
opinion-nameless = 不用说您是谁
opinion-secret = 不用说您是谁，只给大厅负责人看
# { $phone }: the city's own telephone for everything. { $own }: that of this hall for complaints.
opinion-elsewhere = 不想在这里说，可以打 { $phone }
opinion-elsewhere-both = 不想在这里说，可以打 { $own } 或 { $phone }
opinion-complaint-title = 哪里没办好？
opinion-suggestion-title = 希望改哪里？
opinion-praise-title = 哪里做得好？
opinion-topic-title = 还有哪里？
opinion-topic-attitude = 态度不好
opinion-topic-slow = 等太久、办太慢
opinion-topic-told-twice = 没一次说清，多跑了
opinion-topic-mistake = 给我办错了
# 不作为
opinion-topic-inaction = 该办的不给办
# 乱作为
opinion-topic-misuse = 乱要材料、乱收钱
# 吃拿卡要
opinion-topic-graft = 要好处、故意刁难
opinion-topic-place = 大厅的环境、设施
opinion-topic-other = 别的
opinion-topic-hours = 办公时间
opinion-topic-process = 办事的步骤
opinion-topic-papers = 要的材料
opinion-topic-guide = 指引、说明
opinion-topic-terminal = 这台自助机
opinion-topic-kind = 态度好
opinion-topic-fast = 办得快
opinion-topic-clear = 讲得清楚
opinion-topic-helper = 有人帮了我
opinion-more-title = 还想多说几句吗？
opinion-more-none = 不用了，就这些
opinion-more-topic = 再选一样
opinion-more-helper = 我来说，请人帮我写
opinion-more-box = 也可以写在纸上，放进意见箱
opinion-answer-title = 要我们打电话告诉您结果吗？
opinion-handled = 留不留电话，我们都会办
opinion-no-phone = 不留电话
opinion-phone = 留电话
opinion-phone-why = 有了结果，我们打这个电话
opinion-unnamed = 不留姓名和电话
opinion-named = 写上我的姓名 { $name }
opinion-yes = 对，交给大厅
opinion-again = 不对，重新选
asking-opinion = 正在登记
opinion-told-title = 我们收到了，这是编号
opinion-due = { moment-date }前答复
opinion-called = 我们打电话告诉您结果
opinion-ask = 要问结果，请到咨询台，报上面的编号
opinion-ask-phone = 要问结果，请打 { $phone }，报上面的编号
opinion-not-content = 对答复不满意，可以打 { $phone }
opinion-not-content-both = 对答复不满意，可以打 { $own } 或 { $phone }
opinion-praise-told = 谢谢您，我们会告诉他们
paper-opinion = 意见投诉编号
paper-opinion-due = 答复期限
paper-opinion-day = { moment-date }前
paper-opinion-thanks = 谢谢您的表扬，我们会告诉他们
paper-opinion-called = 有了结果，我们打您留的电话
paper-opinion-ask = 没有留电话。要问结果，请报这个编号
paper-opinion-hotline = 对答复不满意，可以打 12345 政务服务便民热线

## The staff on show

staff = 工作人员
staff-title = 这里的工作人员
staff-complaints = 监督投诉电话 { $phone }
staff-name = { $name }
staff-post = { $name }，{ $post }
staff-here = 现在值班
staff-duty = { $duty }
staff-phone = 电话 { $phone }
staff-hours = { $days } { $hours }
    .spoken = 值班时间，{ $days } { $hours }
staff-hours-hall = 今天 { $hours }
    .spoken = 值班时间，今天 { $hours }
staff-items = 可以帮您办：{ $items }
staff-more = 看别的人
staff-print = 打印帮办代办手册
paper-handbook = 帮办代办手册
paper-handbook-free = 帮办代办不收钱，您愿意才办
paper-handbook-people = 谁来帮您
paper-handbook-items = 可以代办的事
paper-handbook-none = 请问帮办员
paper-handbook-how = 带上身份证和材料来找帮办员，或者在自助机上选“请人代办”
paper-handbook-version = 第 { $version } 版

## How to see and to hear

sight-title = 怎样看得清？
hearing-title = 怎样听得清？
set-size = 字的大小：第 { $step } 档
    .spoken = 字的大小：第 { $step } 档，共 { $count } 档
set-size-down = 字小一点
set-size-up = 字大一点
set-colours = 颜色
set-theme-white = 白底黑字
set-theme-black-yellow = 黑底黄字
set-theme-black-cyan = 黑底青字
set-theme-black-white = 黑底白字
# Dark grey on a warm pale ground, for eyes that bright light hurts.
set-theme-low-contrast = 柔和淡色
# Every key stands low on the glass, for who sits in a wheelchair.
set-low = 按键放低
    .spoken = 按键放低，坐着也够得到
set-low-on = 按键放低了
set-low-off = 按键放回原处
set-gain = 声音大小：第 { $step } 档
    .spoken = 声音大小：第 { $step } 档，共 { $count } 档
set-gain-down = 声音小一点
set-gain-up = 声音大一点
set-rate = 说话快慢：第 { $step } 档
    .spoken = 说话快慢：第 { $step } 档，共 { $count } 档
set-rate-down = 说慢一点
set-rate-up = 说快一点
# A switch: whether the machine reads aloud.
set-voice = 念给我听
set-hearing = 调声音
set-sight = 调字和颜色
set-reset = 恢复原样
set-reset-done = 已经恢复原样

## Are you still there

still-title = 您还在吗？
still-body = 没有人按，马上回到首页
still-here = 我还在

## Rating at the window

pad-title = 欢迎
pad-body = 办完事，请在这里评价
help-rate-title = 刚才的帮忙，您满意吗？
rate-title = 这次服务您满意吗？
rate-number = 号码 { $number }
rate-body = 自愿评价，工作人员看不到您的选择
rate-5 = 非常满意
rate-4 = 满意
rate-3 = 基本满意
rate-2 = 不满意
rate-1 = 非常不满意
rate-skip = 不评价
rate-saving = 正在保存您的评价
rate-thanks = 谢谢您
rate-thanks-body = 您的评价已保存
rate-lost = 评价没有保存上，对不起

## The hall's display

board-title = 请到窗口办理
board-number = 号码
board-window = 窗口
board-none = 请等候叫号
board-lost = 网络不通，请听工作人员叫号
# Between calls, on the display: one item in one picture, then whoever is on duty.
poster-guide = 办事指南
poster-duty = 帮办代办找谁
poster-bring = 要带：{ $papers }
poster-bring-more = 要带 { $count } 样：{ $papers }等
poster-immediate = 当场办好，{ $fee }
poster-promised = { $days } 个工作日办好，{ $fee }
poster-statutory = 最长 { $days } 个工作日，{ $fee }
poster-fee = { $fee }
poster-window = 在这里办：{ $line }，{ $windows } 号窗口
poster-line = 在这里办：取号选“{ $line }”
poster-place = 在哪里办：{ $place }
board-call = 请 { $number } 到 { $window } 号窗口
    .spoken = 请，{ $number } 号，到 { $window } 号窗口
    .clips = call-please { $number } call-to { $window } call-window

## Trouble: what happened, and what to do; then the instruction for the staff

trouble-retry = 再试一次
trouble-go-on = 不用卡，接着办
trouble-other-card = 换一张卡
trouble-other-line = 选别的事
trouble-other-code = 再输一次预约码

# The program itself failed; the visit was wiped.
crash = 机器出了差错
crash-do = 请从头再来一次，或者叫人帮忙
crash-staff = 程序出错后已自动恢复；常出现请看日志

fault-reader-down = 读卡的机器坏了
fault-reader-down-do = 不用卡也能取号
fault-reader-down-staff = 检查读卡器的线和电源
fault-reader-mute = 读卡的机器没有反应
fault-reader-mute-do = 不用卡也能取号
fault-reader-mute-staff = 拔下读卡器，等五秒再插上
fault-reader-garbled = 没有读清楚
fault-reader-garbled-do = 请拿起来，再放一次
fault-reader-garbled-staff = 检查读卡器的线；常出现请更换
fault-card-moved = 卡拿走得太快
fault-card-moved-do = 请再放一次，等听到声音再拿
fault-card-moved-staff = 请提示居民把卡放稳
fault-card-unreadable = 这张卡读不出来
fault-card-unreadable-do = 请再放一次，或者换一张卡
fault-card-unreadable-staff = 卡的芯片可能坏了，请人工登记
fault-card-protected = 新社保卡在这里读不出姓名
fault-card-protected-do = 请放身份证，或者不用卡取号
fault-card-protected-staff = 三代社保卡需要 PSAM，本机没有
fault-card-unknown = 这张卡不是身份证或社保卡
fault-card-unknown-do = 请放身份证或社保卡
fault-card-unknown-staff = 请帮居民找对的卡
fault-printer-down = 打印机没有开
fault-printer-down-do = 您的号有效，请记住号码
fault-printer-down-staff = 检查打印机电源和线
fault-printer-mute = 打印机没有回答
fault-printer-mute-do = 请看看有没有号票出来。您的号有效
fault-printer-mute-staff = 关掉打印机，等五秒再开
fault-paper-out = 打印纸用完了
fault-paper-out-do = 您的号有效，请记住号码
fault-paper-out-staff = 请装打印纸
fault-cover-open = 打印机的盖子开着
fault-cover-open-do = 您的号有效，请记住号码
fault-cover-open-staff = 请合上打印机盖
fault-cutter-jam = 打印机切纸卡住了
fault-cutter-jam-do = 您的号有效，请记住号码
fault-cutter-jam-staff = 请打开盖子，取出卡住的纸
fault-printer-error = 打印机出错了
fault-printer-error-do = 您的号有效，请记住号码
fault-printer-error-staff = 看打印机指示灯，关开一次电源
fault-pad-down = 评价器坏了
fault-pad-down-do = 请在屏幕上按
fault-pad-down-staff = 检查评价器的线
fault-keypad-down = 按键坏了
fault-keypad-down-do = 请按屏幕
fault-keypad-down-staff = 检查小键盘的线
fault-voice-down = 现在没有声音
fault-voice-down-do = 请看屏幕上的字
fault-voice-down-staff = 检查音箱和声卡
fault-jack-down = 耳机插孔坏了
fault-jack-down-do = 请看屏幕上的字，或者叫人帮忙
fault-jack-down-staff = 检查耳机插孔的线

fault-writing-down = 现在认不出手写的字
fault-writing-down-do = 请按拼音字母找
fault-writing-down-staff = 手写识别没有装好，请看安装说明

refusal-unreachable = 网络不通，没有取到号
refusal-unreachable-do = 请再试一次，或者到咨询台取号
refusal-unreachable-staff = 检查网线和中心服务
refusal-busy = 现在人多，机器忙
refusal-busy-do = 请等一下，再试一次
refusal-busy-staff = 查看中心服务的日志
refusal-not-enrolled = 这台机器还没有开通
refusal-not-enrolled-do = 请到咨询台取号
refusal-not-enrolled-staff = 在管理页给这台终端新的登记码
refusal-line-closed = 这一项现在不办
refusal-line-closed-do = 请选别的，或者到咨询台问一问
refusal-line-closed-staff = 业务的办公时间在管理页设置
refusal-window-closed = 这一项的窗口现在没有开
refusal-window-closed-do = 请到咨询台问一问，工作人员会帮您
refusal-window-closed-staff = 请开一个办这一项的窗口
refusal-booking-unknown = 没有查到这个预约码
refusal-booking-unknown-do = 请看一看预约码再输，或者直接取号
refusal-booking-unknown-staff = 请在预约页按日期查找
refusal-codes-tried = 输错的次数太多了
refusal-codes-tried-do = 请等一分钟再输预约码，或者直接取号
refusal-codes-tried-staff = 这台终端刚才输错了多个预约码；请在预约页按日期查找
refusal-mandate-unknown = 没有查到这个委托
refusal-mandate-unknown-do = 请看一看查询码和后四位，再输一次
refusal-mandate-unknown-staff = 请在代办页按编号查找
refusal-not-offered = 现在还不能签收
refusal-not-offered-do = 请代办员先把结果当面交给您，再试一次
refusal-not-offered-staff = 请在代办页点“请在终端签收”，半小时内有效
refusal-booking-early = 您来早了，预约的时间还没到
refusal-booking-early-do = 请到时间再来取号，或者到咨询台问一问
refusal-booking-early-staff = 最早提前多少分钟可以取号，在管理页设置
refusal-booking-other-day = 您预约的不是今天
refusal-booking-other-day-do = 请到预约的那天再来，或者今天直接取号
refusal-booking-other-day-staff = 请在预约页查找，可以改到今天
refusal-booked-already = 您那天已经约过了
refusal-booked-already-do = 请换一天，或者用预约码看那个预约
refusal-booked-already-staff = 同一人同一天同一项只能约一次
refusal-slot-full = 这个时间刚刚约满了
refusal-slot-full-do = 请换个时间
refusal-slot-full-staff = 每个时段的人数在管理页设置
refusal-slot-gone = 这个时间不能约了
refusal-slot-gone-do = 请换个时间
refusal-slot-gone-staff = 办公时间刚改过，终端会自动更新
refusal-booking-spent = 这个预约已经用过，或者取消了
refusal-booking-spent-do = 要来可以再约一个时间
refusal-booking-spent-staff = 请在预约页按日期查找
refusal-quota-spent = 这一项今天的号取完了
refusal-quota-spent-do = 请选别的，或者到咨询台约个时间
refusal-quota-spent-staff = 每天和每个时段放多少号，在管理页设置
refusal-line-unknown = 这一项已经取消了
refusal-line-unknown-do = 请重新选
refusal-line-unknown-staff = 终端的业务表已过时，会自动更新
refusal-not-understood = 机器出了差错，没有取到号
refusal-not-understood-do = 请到咨询台取号
refusal-not-understood-staff = 终端和中心服务的版本不一致

## Said, not shown

# How a choice is offered: a button by its label, one that is already on, one that cannot be chosen now.
say-choice = 按 { $label }
    .clips = say-press { $label }
say-press = 按
say-chosen = 已选 { $label }，再按取消
# One of several of which one is always taken: this one is.
say-taken = 现在是 { $label }
say-not-now = { $label }，现在不能按

# Pieces from which a call is put together.
call-please = 请
call-to = 号，到
call-window = 号窗口
digit-0 = 零
digit-1 = 一
digit-2 = 二
digit-3 = 三
digit-4 = 四
digit-5 = 五
digit-6 = 六
digit-7 = 七
digit-8 = 八
digit-9 = 九
number-10 = 十
letter-A = A
letter-B = B
letter-C = C
letter-D = D
letter-E = E
letter-F = F
letter-G = G
letter-H = H
letter-I = I
letter-J = J
letter-K = K
letter-L = L
letter-M = M
letter-N = N
letter-O = O
letter-P = P
letter-Q = Q
letter-R = R
letter-S = S
letter-T = T
letter-U = U
letter-V = V
letter-W = W
letter-X = X
letter-Y = Y
letter-Z = Z
