"""Makes the files of this folder by python-docx, openpyxl and reportlab: /usr/bin/python3 make.py. make.sh makes the others."""
import datetime
import docx, openpyxl
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont, CIDFont
from reportlab.pdfgen.canvas import Canvas
from PIL import Image, ImageDraw

def element(xml):
    return parse_xml(xml.replace('>', ' ' + nsdecls('w', 'm') + '>', 1) if '/>' not in xml.split('>')[0] + '>' else xml.replace('/>', ' ' + nsdecls('w', 'm') + '/>', 1))

def cells(table, rows):
    for row, words in zip(table.rows, rows):
        for cell, word in zip(row.cells, words):
            cell.text = word

# --- Word
document = docx.Document()
document.add_heading('岚山县2021年教育事业统计公报', 0)
section = document.sections[0]
section.header.paragraphs[0].text = '岚山县统计局内部参阅件'
footer = section.footer.paragraphs[0]
footer.add_run('第')
footer._p.append(element('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>'))
footer.add_run('页')
document.add_heading('基本情况', 1)
paragraph = document.add_paragraph('全县小学76所，')
hidden = paragraph.add_run('暗字999所，')
hidden.font.hidden = True
struck = paragraph.add_run('原有88所，')
struck.font.strike = True
paragraph.add_run('绿地15.2km')
raised = paragraph.add_run('2')
raised.font.superscript = True
paragraph.add_run('。')
paragraph = document.add_paragraph()
paragraph._p.append(element('<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>lán</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>岚</w:t></w:r></w:rubyBase></w:ruby></w:r>'))
paragraph.add_run('山县教师')
spaced = paragraph.add_run('1520')
spaced._r.get_or_add_rPr().append(element('<w:spacing w:val="15"/>'))
paragraph.add_run('人。')
paragraph._p.append(element('<w:del w:id="1" w:author="a"><w:r><w:delText>删去888人。</w:delText></w:r></w:del>'))
paragraph._p.append(element('<w:ins w:id="2" w:author="a"><w:r><w:t>插入12人。</w:t></w:r></w:ins>'))
paragraph = document.add_paragraph('增长率为')
paragraph._p.append(element('<m:oMath><m:f><m:num><m:r><m:t>86.4-83.8</m:t></m:r></m:num><m:den><m:r><m:t>83.8</m:t></m:r></m:den></m:f></m:oMath>'))
paragraph.add_run('。')
document.add_paragraph('小学在校生7030人。', style='List Number')
document.add_paragraph('初中在校生3412人。', style='List Number')
document.add_paragraph('教学楼3栋。', style='List Bullet')
document.add_heading('附表', 2)
table = document.add_table(4, 5, 'Table Grid')
cells(table, [['学段', '学校数（所）', '', '在校生（人）', ''], ['', '2020年', '2021年', '2020年', '2021年'],
              ['小学', '78', '76', '7110', '7030'], ['初中', '12', '12', '3398', '3412']])
table.cell(0, 0).merge(table.cell(1, 0)); table.cell(0, 1).merge(table.cell(0, 2)); table.cell(0, 3).merge(table.cell(0, 4))
document.add_paragraph('表中套表：')
outer = document.add_table(2, 2, 'Table Grid')
cells(outer, [['外甲', '外乙'], ['', '34']])
inner = outer.cell(1, 0).add_table(2, 2)
cells(inner, [['内一', '12'], ['内二', '13']])
document.add_paragraph('表头右移：')
shifted = document.add_table(2, 3, 'Table Grid')
cells(shifted, [['空', '2020年', '2021年'], ['校舍', '5.1', '5.4']])
row = shifted.rows[0]._tr
row.remove(row.tc_lst[0])
row.get_or_add_trPr().append(element('<w:gridBefore w:val="1"/>'))
document.save('education.docx')

document.part.partname = PackURI('/word/document2.xml')
document.save('document2.docx')

# --- lists that begin again
document = docx.Document()
numbering = document.part.numbering_part.element
numbering.insert(0, element('<w:abstractNum w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>'))
for number, again in ((90, ''), (91, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')):
    numbering.append(element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="90"/>{again}</w:num>'))
for number, text in ((90, '小麦产量3.4万吨。'), (90, '稻谷产量5.6万吨。'), (91, '生猪存栏7.8万头。'), (91, '家禽存栏90万羽。')):
    paragraph = document.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(element(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))
document.save('lists.docx')

# --- Workbook
book = openpyxl.Workbook()
sheet = book.active
sheet.title = '学校'
for line in [['岚山县学校情况'], ['单位：所、人'], ['学段', '学校数', None, '在校生'], [None, '2020年', '2021年', '2021年'],
             ['小学', 78, 76, 7030.0000001], ['初中', 12, 12, 3412], ['暗行', 999, 999, 999], ['合计', '=B5+B6', 88, 10442], ['注：不含民办学校。']]:
    sheet.append(line)
sheet.merge_cells('A1:D1'); sheet.merge_cells('A3:A4'); sheet.merge_cells('B3:C3')
sheet.row_dimensions[7].hidden = True
sheet['D5'].number_format = '#,##0'
secret = book.create_sheet('暗表'); secret['A1'] = '暗表888'; secret.sheet_state = 'hidden'
other = book.create_sheet('入学率')
for line in [['乡镇', '入学率', '日期'], ['白水镇', 0.985, None]]: other.append(line)
other['B2'].number_format = '0.0%'
other['C2'] = datetime.date(2021, 12, 31); other['C2'].number_format = 'yyyy"年"m"月"d"日"'
book.save('schools.xlsx')

# --- PDF
pdfmetrics.registerFont(UnicodeCIDFont('STSong-Light'))
def canvas(name, **more):
    page = Canvas(name, pagesize=(595, 842), invariant=1, **more)
    page.setFont('STSong-Light', 12)
    return page

page = canvas('bold.pdf')
page.drawString(72, 760, '二、全年财政收入12.5亿元，增长8.3%。'); page.drawString(72.4, 760, '二、全年财政收入12.5亿元，增长8.3%。')
x = 72
for character in '三、零售总额33.44亿元。':
    for shift in (0, 0.3): page.drawString(x + shift, 740, character)
    x += page.stringWidth(character, 'STSong-Light', 12)
page.drawString(72, 720, '四、AA级景区22个，11月11日开工1100项。')
page.save()

page = canvas('watermark.pdf')
for number in (1, 2, 3):
    page.setFont('STSong-Light', 12)
    for line in range(12):
        page.drawString(72, 760 - 24 * line, f'第{number}页第{line + 1}行，水库蓄水量{number}{line}.5万立方米，比上年增长4.{line}%。')
    page.saveState(); page.setFillGray(0.8); page.translate(150, 520); page.rotate(40); page.setFont('STSong-Light', 40)
    page.drawString(0, 0, '内部资料严禁外传'); page.restoreState()
    page.saveState(); page.setFillGray(0.9); page.setFont('STSong-Light', 9)
    for x in (60, 240, 420):
        for y in (300, 500, 700):
            page.saveState(); page.translate(x, y); page.rotate(30); page.drawString(0, 0, '张三专用'); page.restoreState()
    page.restoreState(); page.setFont('STSong-Light', 9); page.drawCentredString(297, 30, f'- {number} -')
    page.showPage()
page.save()

page = canvas('radicals.pdf')
page.drawString(72, 760, '全县⽣产总值128.5亿元，财政⽀出41.0亿元，⼈⼝45.2万人。')
page.drawString(72, 740, '⼩学76所，⽔库3座。')
page.save()

page = canvas('spaced.pdf')
page.setFont('STSong-Light', 18)
text = page.beginText(150, 770); text.setCharSpace(14); text.textOut('岚山县工作总结'); text.setCharSpace(0); page.drawText(text)
page.setFont('STSong-Light', 12)
page.drawString(72, 730, '全年造林面积3.4万亩，增长5.6%。')
page.setFont('STSong-Light', 7); page.drawString(72 + page.stringWidth('全年造林面积3.4万亩，增长5.6%。', 'STSong-Light', 12), 736, '[1]')
page.setFont('STSong-Light', 12); page.drawString(72, 710, '绿地面积32.5km'); page.setFont('STSong-Light', 7); page.drawString(72 + page.stringWidth('绿地面积32.5km', 'STSong-Light', 12), 714.5, '2')
page.setFont('STSong-Light', 9); page.drawString(72, 60, '[1] 造林面积为初步统计数。')
page.save()

page = canvas('columns.pdf')
left = [f'左栏第{n}段说水稻、小麦和玉米{n}.1万亩，' for n in range(1, 13)]
right = [f'右栏{n}条家禽{n}万，' for n in range(1, 13)]
page.drawString(72, 780, '岚山县农情通报')
for index in range(12):
    page.drawString(72, 740 - 20 * index, left[index]); page.drawString(420, 740 - 20 * index, right[index])
page.save()

def picture():
    image = Image.new('L', (620, 877), 255)
    draw = ImageDraw.Draw(image)
    for y in range(80, 700, 40): draw.rectangle((60, y, 520, y + 14), fill=30)
    return ImageReader(image)

page = canvas('scanned.pdf')
page.drawString(72, 760, '第一页有文字：岚山县统计公报，全年降水量812毫米。'); page.showPage()
for number in (2, 3):
    page.drawImage(picture(), 0, 0, 595, 842); page.showPage()
page.save()

page = canvas('stamped.pdf')
for number in (1, 2, 3):
    page.drawImage(picture(), 0, 0, 595, 842); page.setFont('STSong-Light', 9); page.drawString(400, 20, '由扫描王扫描'); page.showPage()
page.save()

pdfmetrics.registerFont(CIDFont('STSong-Light', 'UniGB-UCS2-V'))
page = canvas('vertical.pdf')
page.setFont('STSong-Light-UniGB-UCS2-V', 14)
name = page._doc.getInternalFontName('STSong-Light-UniGB-UCS2-V')
for x, words in ((500, '岚山县人民政府公报二〇二一年第五号'), (470, '关于做好秋收工作的通知'), (440, '各乡镇人民政府县政府各部门')):
    page._code.append(f'BT {name} 14 Tf 1 0 0 1 {x} 760 Tm <{words.encode("utf-16-be").hex()}> Tj ET')
page.save()
