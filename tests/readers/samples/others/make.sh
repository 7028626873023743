# Makes all files of this folder anew.
/usr/bin/python3 make.py && python3 texts.py
for format in "doc:MS Word 97" rtf odt "html:HTML (StarWriter)" "xml:MS Word 2003 XML"; do
  soffice --headless --convert-to "$format" education.docx
done
soffice --headless --convert-to "doc:MS Word 97" lists.docx
chromium --headless --no-pdf-header-footer --print-to-pdf=dates.pdf dates.html
qpdf --encrypt secret secret 256 -- columns.pdf locked.pdf
gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile=distilled.pdf spaced.pdf
pandoc -t gfm education.docx -o education.md
pandoc -t html5 -s --mathml education.docx -o pandoc.html
