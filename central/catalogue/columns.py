"""The sheets of a catalogue's workbook and their columns: a row is an item on the first, a part of a guide on the others."""

from __future__ import annotations

from dataclasses import dataclass

from central.catalogue.cells import CODES, DAY, TEXT, TOLD, WHOLE, YES, Kind, choice, several

TYPES = {
    "permit": "行政许可",
    "benefit": "行政给付",
    "confirmation": "行政确认",
    "award": "行政奖励",
    "ruling": "行政裁决",
    "filing": "行政备案",
    "other": "其他行政权力",
    "service": "公共服务",
}
AUDIENCES = {"person": "自然人", "enterprise": "企业和其他组织"}
LEVELS = {"village": "村级", "street": "乡镇街道", "district": "旗县区", "city": "盟市", "province": "自治区和省", "state": "国家"}
COMMISSIONED = {"accepted": "委托受理", "authorised": "授权办理", "assisted": "帮办代办", "collected": "委托收件"}
DELIVERIES = {"counter": "窗口领取", "post": "邮寄", "home": "送上门"}
PICTURES = {
    "card": "证卡",
    "book": "簿册",
    "photo": "照片",
    "paper": "纸质材料",
    "form": "表格",
    "seal": "盖章材料",
    "bank": "银行卡",
    "medical": "医疗材料",
}
EVENTS = {
    "birth": "生育",
    "schooling": "上学",
    "work": "就业",
    "business": "创业",
    "illness": "看病",
    "housing": "住房",
    "marriage": "婚姻",
    "retirement": "退休",
    "old_age": "养老",
    "disability": "残疾",
    "hardship": "困难",
    "service": "服役退役",
    "moving": "搬迁落户",
    "death": "身后",
}
PEOPLE = {
    "elder": "老年人",
    "parent": "父母",
    "disabled": "残疾人",
    "veteran": "退役军人",
    "jobseeker": "求职者",
    "student": "学生",
    "farmer": "农牧民",
    "business": "个体户和企业",
}

ONES = {"notice": "一次告知", "form": "一表申请", "papers": "一套材料", "window": "一窗受理", "online": "一网办理"}
VILLAGE = {
    "certificates": "证明出具",
    "payments": "代缴收费",
    "relief": "社会救助",
    "documents": "证件代办",
    "farming": "农业服务",
    "affairs": "社会事务",
    "employment": "劳动就业",
}


@dataclass(frozen=True)
class Column:
    """``path``: of the field within the item, or within the part that a row is about; empty: the part itself."""

    title: str
    path: tuple[str, ...]
    kind: Kind = TEXT


@dataclass(frozen=True)
class Sheet:
    """``part``: the list of the guide that its rows are in; None: the items themselves."""

    title: str
    part: str | None
    columns: tuple[Column, ...]


ITEM = "事项编号"
"""First column of every sheet: the id of the item that a row is about."""

ITEMS = Sheet(
    "事项",
    None,
    (
        Column("事项名称", ("name",), TOLD),
        Column("领域", ("domain",)),
        Column("业务队列", ("line",)),
        Column("俗称", ("aliases",), several(TEXT)),
        Column("生效日期", ("effective_from",), DAY),
        Column("示例", ("guide", "sample"), YES),
        Column("编码", ("guide", "codes"), CODES),
        Column("事项类型", ("guide", "type"), choice(TYPES)),
        Column("服务对象", ("guide", "audience"), several(choice(AUDIENCES))),
        Column("行使层级", ("guide", "level"), choice(LEVELS)),
        Column("实施主体", ("guide", "authority"), TOLD),
        Column("即办", ("guide", "immediate"), YES),
        Column("通办", ("guide", "regional"), YES),
        Column("承接方式", ("guide", "commissioned"), choice(COMMISSIONED)),
        Column("简介", ("guide", "summary"), TOLD),
        Column("法定办结工作日", ("guide", "statutory_days"), WHOLE),
        Column("承诺办结工作日", ("guide", "promised_days"), WHOLE),
        Column("不收费", ("guide", "fee", "free"), YES),
        Column("收费说明", ("guide", "fee", "text"), TOLD),
        Column("收费依据", ("guide", "fee", "basis"), TOLD),
        Column("年审年检", ("guide", "renewal"), TOLD),
        Column("办理结果", ("guide", "result"), TOLD),
        Column("送达方式", ("guide", "delivery"), several(choice(DELIVERIES))),
        Column("到现场次数", ("guide", "visits"), WHOLE),
        Column("咨询电话", ("guide", "enquiry")),
        Column("投诉电话", ("guide", "complaints")),
        Column("网办地址", ("guide", "online", "address")),
        Column("网办名称", ("guide", "online", "name"), TOLD),
        Column("网办说明", ("guide", "online", "text"), TOLD),
        Column("可委托", ("guide", "entrust", "allowed"), YES),
        Column("委托说明", ("guide", "entrust", "text"), TOLD),
        Column("一件事事项编号", ("guide", "bundle"), several(TEXT)),
        Column("五个一", ("guide", "ones"), several(choice(ONES))),
        Column("村级事项组", ("guide", "village"), choice(VILLAGE)),
        Column("人生大事", ("guide", "events"), several(choice(EVENTS))),
        Column("人群", ("guide", "people"), several(choice(PEOPLE))),
        Column("热度排名", ("guide", "asked"), WHOLE),
    ),
)

PARTS = (
    Sheet("设定依据", "basis", (Column("内容", (), TOLD),)),
    Sheet("受理条件", "conditions", (Column("内容", (), TOLD),)),
    Sheet("情形问题", "questions", (Column("问题编号", ("id",)), Column("问题", ("text",), TOLD))),
    Sheet(
        "申请材料",
        "materials",
        (
            Column("材料编号", ("id",)),
            Column("材料名称", ("name",), TOLD),
            Column("原件", ("original",), YES),
            Column("复印件份数", ("copies",), WHOLE),
            Column("来源", ("source",), TOLD),
            Column("怎么取得", ("how",), TOLD),
            Column("适用问题编号", ("needed_if", "question")),
            Column("适用回答", ("needed_if", "answer"), YES),
            Column("现场可办", ("on_the_spot",), TOLD),
            Column("告知承诺", ("promise",), YES),
            Column("补交工作日", ("deadline_days",), WHOLE),
            Column("存档件有效天数", ("valid_days",), WHOLE),
            Column("亮证", ("on_phone",), YES),
            Column("图示", ("picture",), choice(PICTURES)),
        ),
    ),
    Sheet(
        "办理流程",
        "steps",
        (Column("步骤", ("name",), TOLD), Column("地点", ("place",), TOLD), Column("工作日", ("days",), WHOLE)),
    ),
    Sheet("特别程序", "procedures", (Column("内容", (), TOLD),)),
    Sheet(
        "办理地点",
        "places",
        (Column("地点", ("name",), TOLD), Column("时间", ("hours",), TOLD), Column("电话", ("phone",))),
    ),
    Sheet("常见问题", "faq", (Column("问题", ("question",), TOLD), Column("回答", ("answer",), TOLD))),
)
