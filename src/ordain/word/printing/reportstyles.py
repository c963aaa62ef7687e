"""The styles of a report in Word.  Every format is a style, so that a clerk can change them all at once."""

from lxml import etree

from ordain.model.report import Tone
from ordain.word.parts.names import Element, W

NORMAL = "Normal"
TITLE = "Title"
HEADING = "Heading1"
CAPTION = "Caption"
FOOTER = "Footer"
GRID = "ReportGrid"

# A column's title, the cell that names its row, any other cell, and the room below a table.
COLUMN = "ReportColumn"
ROW = "ReportRow"
CELL = "ReportCell"
ROOM = "ReportRoom"

# The character style of a tone; what is plain needs none.
TONES = {
    Tone.STRONG: "ReportStrong",
    Tone.QUIET: "ReportQuiet",
    Tone.GOOD: "ReportGood",
    Tone.BAD: "ReportBad",
}


def styles() -> Element:
    """Return the styles part."""
    return etree.fromstring(_STYLES)


_STYLES = f"""\
<w:styles xmlns:w="{W}">
  <w:docDefaults>
    <w:rPrDefault><w:rPr>
      <w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>
      <w:sz w:val="20"/><w:szCs w:val="20"/>
      <w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/>
    </w:rPr></w:rPrDefault>
    <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>
  </w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="{NORMAL}"><w:name w:val="Normal"/><w:qFormat/></w:style>
  <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
    <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>
  </w:style>
  <w:style w:type="table" w:default="1" w:styleId="TableNormal">
    <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
    <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
      <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
      <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
    </w:tblCellMar></w:tblPr>
  </w:style>
  <w:style w:type="paragraph" w:styleId="{TITLE}">
    <w:name w:val="Title"/><w:basedOn w:val="{NORMAL}"/><w:next w:val="{NORMAL}"/><w:qFormat/>
    <w:pPr>
      <w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="8" w:color="404040"/></w:pBdr>
      <w:spacing w:after="240" w:line="240" w:lineRule="auto"/>
    </w:pPr>
    <w:rPr><w:sz w:val="34"/><w:szCs w:val="34"/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:styleId="{HEADING}">
    <w:name w:val="heading 1"/><w:basedOn w:val="{NORMAL}"/><w:next w:val="{NORMAL}"/><w:qFormat/>
    <w:pPr>
      <w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="120" w:line="240" w:lineRule="auto"/>
      <w:outlineLvl w:val="0"/>
    </w:pPr>
    <w:rPr><w:b/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:styleId="{CAPTION}">
    <w:name w:val="caption"/><w:basedOn w:val="{NORMAL}"/><w:next w:val="{NORMAL}"/><w:qFormat/>
    <w:pPr><w:keepNext/><w:spacing w:before="160" w:after="80"/></w:pPr>
    <w:rPr><w:i/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:styleId="{FOOTER}">
    <w:name w:val="footer"/><w:basedOn w:val="{NORMAL}"/>
    <w:pPr><w:spacing w:after="0"/><w:jc w:val="center"/></w:pPr>
    <w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="{CELL}">
    <w:name w:val="Report Cell"/><w:basedOn w:val="{NORMAL}"/><w:qFormat/>
    <w:pPr><w:spacing w:after="0" w:line="252" w:lineRule="auto"/></w:pPr>
    <w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="{COLUMN}">
    <w:name w:val="Report Column"/><w:basedOn w:val="{CELL}"/><w:qFormat/>
    <w:pPr><w:keepNext/></w:pPr>
    <w:rPr><w:b/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="{ROW}">
    <w:name w:val="Report Row"/><w:basedOn w:val="{CELL}"/><w:qFormat/>
    <w:rPr><w:b/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="{ROOM}">
    <w:name w:val="Report Room"/><w:basedOn w:val="{NORMAL}"/>
    <w:pPr><w:spacing w:after="0" w:line="160" w:lineRule="exact"/></w:pPr>
    <w:rPr><w:sz w:val="8"/><w:szCs w:val="8"/></w:rPr>
  </w:style>
  <w:style w:type="character" w:customStyle="1" w:styleId="{TONES[Tone.STRONG]}">
    <w:name w:val="Report Strong"/><w:rPr><w:b/></w:rPr>
  </w:style>
  <w:style w:type="character" w:customStyle="1" w:styleId="{TONES[Tone.QUIET]}">
    <w:name w:val="Report Quiet"/><w:rPr><w:color w:val="595959"/></w:rPr>
  </w:style>
  <w:style w:type="character" w:customStyle="1" w:styleId="{TONES[Tone.GOOD]}">
    <w:name w:val="Report Good"/><w:rPr><w:color w:val="1C5C2E"/></w:rPr>
  </w:style>
  <w:style w:type="character" w:customStyle="1" w:styleId="{TONES[Tone.BAD]}">
    <w:name w:val="Report Bad"/><w:rPr><w:color w:val="9A1F14"/></w:rPr>
  </w:style>
  <w:style w:type="table" w:customStyle="1" w:styleId="{GRID}">
    <w:name w:val="Report Grid"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
    <w:tblPr>
      <w:tblBorders>
        <w:top w:val="single" w:sz="8" w:space="0" w:color="404040"/>
        <w:left w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>
        <w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/>
        <w:right w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>
        <w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>
        <w:insideV w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>
      </w:tblBorders>
      <w:tblCellMar>
        <w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>
        <w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>
      </w:tblCellMar>
    </w:tblPr>
    <w:tblStylePr w:type="firstRow">
      <w:tcPr>
        <w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/></w:tcBorders>
        <w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>
        <w:vAlign w:val="bottom"/>
      </w:tcPr>
    </w:tblStylePr>
  </w:style>
</w:styles>
"""
