"""Words of everyday speech beside those of the catalogue: what means much the same stands in one row.

Chinese only, and of no hall in particular: what one hall's people call one item is an alias of that item, in its catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator

SAME = """
老人 老年人 老年 老龄 高龄 长寿 敬老 岁数大 上年纪 爷爷 奶奶 老头 老太
孩子 小孩 娃 宝宝 儿童 婴儿 新生儿 幼儿 婴幼儿 少儿 子女 刚出生
补贴 补助 津贴 救助 资助 扶助 救济 补偿 奖励 的钱 领钱 抚恤 发钱
费用 医药费 药费 花的钱 花费 花钱
报销 报账 能报 怎么报 报医药费 申领
丢了 丢失 遗失 挂失 补办 补领 坏了 换新
看病 就医 医疗 住院 门诊 治病 生病 看医生 医院
医保 医疗保险 医疗保障 合作医疗 新农合
社保 社会保险 社会保障
慢性病 慢病 慢特病 长期吃药 高血压 糖尿病 大病
养老保险 养老金 养老钱 退休金 养老待遇 养老
残疾人 残疾 残废 残联 重残 伤残 盲人 聋哑
轮椅 拐杖 助听器 假肢 辅助器具 辅具 助行器
失能 瘫痪 卧床 半身不遂 不能自理 生活不能自理 自理 走不动
照顾 照料 护理 护工 伺候 照看 居家养老
探访 探望 看望 来看 独居 空巢
食堂 餐厅 助餐 送饭 吃饭
退役军人 退伍军人 退伍 退役 复员 转业 当兵 老兵 参军 军人 战士
军属 军人家属 光荣牌 光荣之家
优抚 抚恤 优待
就业 工作 上班 打工 干活 求职 招工 用工 岗位 找活
失业 没工作 没有工作 下岗 辞退 丢了工作 待业
创业 做生意 小生意 开店 开小店 做买卖 摆摊
个体户 个体工商户 个体 开店 执照 营业执照 办照 开小店
贷款 借钱 贷 担保
培训 学技术 学手艺 学技能 技能 技术 学习班
灵活就业 个人交 自己交 没单位 零工
参保 参加 加入 入保 上保险 买保险 投保
缴费 交费 交钱 缴纳 缴
记录 清单 单子 证明 明细 流水
认证 刷脸 人脸识别 生存认证 健在 年审
年审 审核 复核 年检
转移 转到 转回 转过来 转走 转出 转入 迁移
外地 异地 跨省 外省 外市 别的地方
备案 报备 登记
身故 去世 过世 死亡 人没了 人走了 走了 不在了 殡葬 火化 安葬 丧葬 下葬
注销 销掉 取消
生育 生孩子 怀孕 生娃 产检 产假 生二胎 准生证 二胎 三胎
出生 刚出生 新生儿 落户 上户口
户口 户籍 户口本 户口簿 落户 迁户口 上户
独生子女 计生 计划生育
低保 最低生活保障 低保户
困难 贫困 穷 没钱 难处 急难 特困 低收入
临时 应急 突然 突发
五保户 五保 特困 孤寡 供养
孤儿 父母双亡 无人抚养
留守 困境儿童
受灾 灾 水灾 淹 淹了 地震 火灾 洪水 冲了 灾害 救灾
危房 危旧房 房子裂 要塌 塌了 老房子 危险 房屋安全
公租房 廉租房 公房
租房 租赁 房租 租房子
入学 上学 读书 念书 报名 小学 初中 一年级 上小学 上初中 学校
学生 贫困生 大学生 学费 助学 助学金
随迁子女 外地孩子 农民工子女 外来 进城务工
托育 托儿所 托班 入托 幼托 托管 幼儿园
大学 高校 上大学 大学生
图书 借书
文体 文化 乒乓球 打球 棋牌 活动室 场地 跳舞 锻炼 健身
文艺 广场舞 跳舞 合唱 唱歌 舞蹈 团队
无障碍 扶手 改造 坡道 改厕所 装修
康复 训练 自闭症 脑瘫 治疗
居住证 暂住证 居住登记
居住证明 住址证明 住址
坐车 公交 乘车 免费
""".strip()

FILLERS = """
怎么样 怎么办 怎么 怎样 如何 可以 能不能 能 吗 呢 吧 了 的 我 我们 我家 我想 想 要 给 去 来 在 到 这 那 个 一个 一下 有 有没有
请 帮 帮忙 问 问一下 哪里 哪儿 什么 多少 办理 办 弄 搞 申请 需要 应该 每月 每年 家里
""".split()  # of what is asked; they say nothing about what it is

_MEANINGS: dict[str, tuple[int, ...]] = {}
for _number, _row in enumerate(SAME.splitlines()):
    for _word in _row.split():
        _MEANINGS[_word] = (*_MEANINGS.get(_word, ()), _number)
_LONGEST = max(map(len, _MEANINGS))
CHARACTERS = frozenset("".join(_MEANINGS))
"""All that any of these words is written with."""
_BY_LENGTH = sorted(FILLERS, key=len, reverse=True)


def meanings(text: str) -> Iterator[int]:
    """The rows that words of ``text`` stand in."""
    for start in range(len(text)):
        for end in range(start + 1, min(start + _LONGEST, len(text)) + 1):
            yield from _MEANINGS.get(text[start:end], ())


def bare(text: str) -> tuple[str, ...]:
    """The pieces of ``text`` between its fillers; the whole where nothing would be left."""
    kept = text
    for word in _BY_LENGTH:
        kept = kept.replace(word, " ")
    return tuple(kept.split()) or (text,)
