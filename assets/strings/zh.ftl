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
    .spoken = 字大小，现在是第 { $step } 级
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
code-erase = 删除
code-enter = 确定
digit = { $digit }

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

## How to see and to hear

sight-title = 怎样看得清？
hearing-title = 怎样听得清？
set-size = 字的大小：第 { $step } 档，共 { $count } 档
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
set-gain = 声音大小：第 { $step } 档，共 { $count } 档
set-gain-down = 声音小一点
set-gain-up = 声音大一点
set-rate = 说话快慢：第 { $step } 档，共 { $count } 档
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
board-call = 请 { $number } 到 { $window } 号窗口
    .spoken = 请 { $number } 号，到 { $window } 号窗口
    .clips = call-please { $number } call-to { $window } call-window

## Trouble: what happened, and what to do; then the instruction for the staff

trouble-retry = 再试一次
trouble-go-on = 不用卡，接着取号
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
refusal-booking-early = 您来早了，预约的时间还没到
refusal-booking-early-do = 请到时间再来取号，或者到咨询台问一问
refusal-booking-early-staff = 最早提前多少分钟可以取号，在管理页设置
refusal-booking-other-day = 您预约的不是今天
refusal-booking-other-day-do = 请到预约的那天再来，或者今天直接取号
refusal-booking-other-day-staff = 请在预约页查找，可以改到今天
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
