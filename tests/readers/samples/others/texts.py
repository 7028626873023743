"""The texts of this folder in encodings, by Python's codecs and iconv; an archive and a mail."""
import subprocess, tarfile
from email.message import EmailMessage
text = '2021年，全县财政收入12.5亿元，比上年增长8.3%；小学76所。\n'
traditional = '2021年，本港居民總數752萬人，增長0.8%。啲嘢喺度嘅，糧食產量186.3萬噸。\n'
def iconv(name, words, encoding):
    out = subprocess.run(['iconv', '-f', 'UTF-8', '-t', encoding], input=words.encode(), capture_output=True, check=True).stdout
    open(name, 'wb').write(out); return out
iconv('utf-32.txt', text, 'UTF-32'); iconv('gbk.txt', text, 'GBK'); iconv('hkscs.txt', traditional, 'BIG5-HKSCS')
iconv('euc-tw.txt', '維基大典者，網路為礎；集天下知、四海言、眾人志，書百科焉。\n', 'EUC-TW')
iconv('iso-2022-cn.txt', text, 'ISO-2022-CN')
open('hz.txt', 'wb').write(text.encode('hz'))
open('ctrl-z.txt', 'wb').write(text.replace('\n', '\r\n').encode('gbk') + b'\x1a\0\0\0')
open('mojibake.txt', 'wb').write(text.encode().decode('latin-1').encode())
message = EmailMessage(); message['From'] = '统计局 <a@example.org>'; message['Subject'] = '岚山县统计公报'; message['Date'] = 'Fri, 31 Dec 2021 08:00:00 +0800'
message.set_content(text, charset='gb2312'); open('message.eml', 'wb').write(message.as_bytes())
with tarfile.open('texts.tar.gz', 'w:gz') as archive:
    for name in ('gbk.txt', 'utf-32.txt'): archive.add(name)
