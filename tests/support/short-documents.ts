/**
 * Short documents of one site: those that prove themselves, one that only the others prove, and clean ones. The texts are
 * our own; each holds its words by a table of common swaps, or none.
 */
export const shortDocuments = {
  'a.txt':
    '本年秋天，镇里的黉舍又添了两个班。门生们搬进新楼，此中一半住校，客岁还挤在旧屋里。家长们都说放心。\n',
  'b.txt':
    '村里的水渠客岁冬天修通，扶植了两座小桥。老人们说，浇地再也不排队，此中三块坡地也种上了，庄稼比从前好。\n',
  'c.txt':
    '卫生院的功用比从前齐全，此中儿科最忙。医生们一样平常早上七点就到，门生们来打针，下班要等最后一位病人走。\n',
  'weak.txt': '这家合作社存眷果园，客岁还请来了两位师傅。社员们学会了嫁接，果子卖得比前年贵。\n',
  'clean.txt':
    '镇里的图书室周末也开门，孩子们喜欢在这里写作业。管理员是一位退休教师，她把新书一本本登记好，再放到靠窗的架子上。\n',
  'plain.txt': '村口的小店换了招牌，店主把旧货架搬到门外晒太阳。来往的人歇脚喝茶，一坐就是半天。\n',
} as const

/** The documents that are proven by the others alone. */
export const provenByOthers = ['weak.txt']
