"""Items enough for a whole city: the sample hall's, and what other offices do, once in each of its places. All invented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from central.catalogue.entries import Entry
from central.catalogue.files import read_folder
from central.seed import SAMPLE, sample_hall

EVERY = 5000
PLACES = tuple(f"{name}{kind}" for kind in ("镇", "街道", "苏木") for name in (
    "东河", "西坡", "南湾", "北山", "新桥", "古城", "白杨", "红柳", "青泉", "金滩", "石门", "沙井", "柳林"
))  # fmt: skip
DEPARTMENTS: dict[str, tuple[str, ...]] = {
    "市场监管": (
        "公司设立登记 开公司", "公司注销登记", "食品经营许可 卖吃的", "食品小作坊登记", "药店经营许可", "电梯使用登记",
        "计量器具检定", "农民专业合作社登记 办合作社", "广告发布备案", "消费投诉受理",
    ),
    "公安": (
        "居民身份证补领 身份证丢了", "护照申请 出国", "机动车驾驶证换证 换驾照", "车辆年检预约", "养犬登记 狗证",
        "无犯罪记录证明", "姓名变更 改名字", "旅馆业许可", "刻章备案", "大型活动许可",
    ),
    "交通运输": ("道路货运许可", "出租车从业资格 开出租", "公交线路意见", "船舶登记", "维修店备案", "校车路线审核"),
    "农业农村": (
        "农机购置补贴 买拖拉机补贴", "种子经营许可", "兽药经营许可", "动物检疫 卖羊检疫", "宅基地审批 盖房子批地",
        "土地承包合同变更", "拖拉机驾驶证", "草原生态补助", "奶牛养殖备案", "农业保险登记",
    ),
    "林业水利": ("林木采伐许可", "木材运输证", "取水许可", "河道采砂许可", "自来水报装 通自来水", "护林员登记", "水费补贴"),
    "住房城建": (
        "施工许可", "商品房预售许可", "装修备案", "住宅维修资金申请", "房屋租赁合同备案", "燃气报装 通煤气",
        "住房公积金提取", "住房公积金贷款", "物业服务备案", "供热报停",
    ),
    "自然资源": ("不动产登记 房产证", "不动产抵押登记", "地图审核", "测绘资质", "建设用地许可"),
    "生态应急": ("排污许可", "辐射安全许可", "烟花爆竹经营许可", "危险品经营许可", "消防开业检查", "防雷检测备案"),
    "文化旅游": ("演出许可", "网吧经营许可", "旅行社许可", "导游证", "歌舞厅许可", "文物认定", "游泳馆许可"),
    "卫生健康": (
        "医疗机构执业登记 开诊所", "护士执业注册", "医师执业注册", "公共场所卫生许可", "健康证办理", "供水卫生许可",
        "无偿献血补助", "疫苗接种预约 打疫苗", "家庭医生签约", "医疗事故鉴定",
    ),
    "教育": ("教师资格认定 教师证", "民办学校许可", "校外培训备案", "中考成绩查询", "学籍转接", "高考报名", "普通话考试报名"),
    "人力资源": (
        "劳务派遣许可", "劳动仲裁申请 老板欠工资", "职称评审", "工伤认定", "人才引进补贴", "企业稳岗补贴", "招用工备案",
        "档案查询", "技工学校报名", "农民工工资举报",
    ),
    "民政": (
        "社会团体登记", "结婚登记 领结婚证", "离婚登记", "收养登记", "地名命名", "慈善组织认定", "养老机构备案 开养老院",
        "公墓审批", "流浪人员救助", "老年大学报名",
    ),
    "残联退役": ("残疾人停车证", "盲人按摩机构许可", "烈士纪念设施申报", "军休人员安置", "军人子女入学优待", "残疾人驾照补贴"),
    "医保税务": ("定点药店申请", "骗保举报", "发票领用", "税务登记", "个人所得税退税", "医保定点医院申请", "车辆购置税缴纳"),
    "司法": ("公证申请", "法律援助申请 打官司没钱", "律师执业许可", "人民调解申请", "司法鉴定许可", "社区矫正报到"),
    "城市管理": ("占道经营许可 摆摊", "户外广告许可", "渣土运输许可", "树木移植许可", "门头招牌备案", "垃圾费减免"),
    "供电通信": ("用电报装 通电", "电费优惠 低保户电费", "宽带报装", "有线电视报装", "邮政网点备案"),
}  # fmt: skip


def items(count: int = EVERY) -> Iterator[dict[str, Any]]:
    """At first the sample hall's own, then the invented ones, all in one line."""
    made = [*_sample(), *_elsewhere()]
    assert len(made) >= count, len(made)
    yield from made[:count]


def _sample() -> Iterator[dict[str, Any]]:
    for each in sample_hall()["item"]:
        yield each
    there = {each["id"] for each in sample_hall()["item"]}
    for entry in guided():
        if entry.id not in there:
            yield {"id": entry.id, "name": entry.name, "domain": entry.domain, "line": entry.line, "aliases": entry.aliases}


def guided() -> list[Entry]:
    """The sample's guides."""
    return read_folder(SAMPLE / "guides").entries


def _elsewhere() -> Iterator[dict[str, Any]]:
    for place_number, place in enumerate(PLACES):
        for number, (department, matter) in enumerate((each, one) for each, all in DEPARTMENTS.items() for one in all):
            name, *aliases = matter.split()
            yield {
                "id": f"made_{place_number}_{number}",
                "name": {"zh": f"{place}{name}"},
                "domain": "social_services",
                "line": "general",
                "aliases": [name, *aliases, f"{department}{name}"][:3],
            }
