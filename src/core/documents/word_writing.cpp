#include "core/documents/word_styles.hpp"
#include "core/exchange/zip_out.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::documents {
namespace {

// Source of names and of the order of elements: ECMA-376 part 1, 17.3 (paragraphs), 17.4 (tables),
// 17.6 (pages); part 2 (packages).
constexpr std::string_view xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";
constexpr std::string_view names =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
constexpr std::string_view relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The letter that decides the direction of a paragraph: Hebrew, Arabic and their like are U+0590
/// to U+08FF, two or three bytes that start with D6 to DF or E0 A0 to E0 A3.
/// Source: Unicode Standard Annex 9, rule P2 (the first strong character).
bool runs_from_the_right(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return false;
        const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0u;
        if ((byte == 0xD6 && next >= 0x90) || (byte >= 0xD7 && byte <= 0xDF)) return true;
        if (byte == 0xE0 && next >= 0xA0 && next <= 0xA3) return true;
        if (byte >= 0xC3 && byte < 0xD6) return false;
    }
    return false;
}

class Body {
public:
    void add(const WordBlock& block) {
        std::visit([&](const auto& one) { add(one); }, block);
    }
    std::string take() { return std::move(xml_); }
    /// Where the links lead, in the order of their numbers from 1.
    const std::vector<std::string>& links() const { return links_; }

private:
    void add(const WordParagraph& paragraph);
    void add(const WordTable& table);
    void add(const WordRow& row, const WordTable& table);
    void add(const WordCell& cell, int width);
    void add(const WordRun& run, bool from_the_right);
    void add_words(std::string_view text);

    std::string xml_;
    std::vector<std::string> links_;
};

void Body::add(const WordParagraph& paragraph) {
    std::string text;
    for (const auto& run : paragraph.runs) text += run.text;
    const bool from_the_right = runs_from_the_right(text);
    xml_ += "<w:p><w:pPr>";
    if (!paragraph.style.empty()) xml_ += fmt::format(R"(<w:pStyle w:val="{}"/>)", paragraph.style);
    if (from_the_right) xml_ += "<w:bidi/>";
    xml_ += "</w:pPr>";
    for (const auto& run : paragraph.runs) add(run, from_the_right);
    xml_ += "</w:p>";
}

void Body::add(const WordRun& run, bool from_the_right) {
    if (!run.link.empty()) {
        links_.push_back(run.link);
        xml_ += fmt::format(R"(<w:hyperlink r:id="link{}">)", links_.size());
    }
    const std::string style = run.link.empty() ? run.style : "Hyperlink";
    xml_ += "<w:r><w:rPr>";
    if (!style.empty()) xml_ += fmt::format(R"(<w:rStyle w:val="{}"/>)", style);
    if (run.bold) xml_ += "<w:b/><w:bCs/>";
    if (from_the_right) xml_ += "<w:rtl/>";
    xml_ += "</w:rPr>";
    add_words(run.text);
    xml_ += run.link.empty() ? "</w:r>" : "</w:r></w:hyperlink>";
}

void Body::add_words(std::string_view text) {
    while (true) {
        const auto end = std::min(text.find_first_of("\t\n"), text.size());
        if (end > 0)
            xml_ +=
                fmt::format(R"(<w:t xml:space="preserve">{}</w:t>)", xml_text(text.substr(0, end)));
        if (end == text.size()) return;
        xml_ += text[end] == '\t' ? "<w:tab/>" : "<w:br/>";
        text.remove_prefix(end + 1);
    }
}

void Body::add(const WordTable& table) {
    int width = 0;
    for (const int one : table.widths) width += one;
    xml_ += fmt::format(
        R"(<w:tbl><w:tblPr><w:tblStyle w:val="{}"/><w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{}"/></w:tblPr><w:tblGrid>)",
        table.style, width, xml_text(table.described));
    for (const int one : table.widths) xml_ += fmt::format(R"(<w:gridCol w:w="{}"/>)", one);
    xml_ += "</w:tblGrid>\n";
    for (const auto& row : table.rows) add(row, table);
    // Word joins two tables that nothing stands between.
    xml_ += "</w:tbl><w:p/>\n";
}

void Body::add(const WordRow& row, const WordTable& table) {
    xml_ += fmt::format("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>",
                        row.is_header ? "<w:tblHeader/>" : "");
    for (std::size_t at = 0; at < row.cells.size() && at < table.widths.size(); ++at)
        add(row.cells[at], table.widths[at]);
    xml_ += "</w:tr>\n";
}

void Body::add(const WordCell& cell, int width) {
    xml_ += fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>)", width);
    if (cell.reach == WordCell::Reach::starts) xml_ += R"(<w:vMerge w:val="restart"/>)";
    if (cell.reach == WordCell::Reach::goes_on) xml_ += "<w:vMerge/>";
    xml_ += "</w:tcPr>";
    for (const auto& paragraph : cell.paragraphs) add(paragraph);
    if (cell.paragraphs.empty()) xml_ += "<w:p/>";
    xml_ += "</w:tc>";
}

std::string document_part(const WordFile& file, Body& body) {
    for (const auto& block : file.blocks) body.add(block);
    const auto [width, height, turned] = file.landscape
                                             ? std::tuple(16838, 11906, R"( w:orient="landscape")")
                                             : std::tuple(11906, 16838, "");
    return fmt::format(
        R"({}<w:document {}><w:body>{}<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="{}" w:h="{}"{}/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="425" w:footer="425" w:gutter="0"/></w:sectPr></w:body></w:document>)",
        xml, names, body.take(), width, height, turned);
}

std::string footer_part(const WordFile& file) {
    return fmt::format(
        R"({}<w:ftr {}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">{}{}Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> of </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>)",
        xml, names, xml_text(file.footer), file.footer.empty() ? "" : " \u00B7 ");
}

std::string document_relations(const std::vector<std::string>& links) {
    std::string part = fmt::format(
        R"({0}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="styles" Type="{1}/styles" Target="styles.xml"/><Relationship Id="numbering" Type="{1}/numbering" Target="numbering.xml"/><Relationship Id="settings" Type="{1}/settings" Target="settings.xml"/><Relationship Id="footer" Type="{1}/footer" Target="footer1.xml"/>)",
        xml, relation);
    for (std::size_t at = 0; at < links.size(); ++at)
        part += fmt::format(
            R"(<Relationship Id="link{}" Type="{}/hyperlink" Target="{}" TargetMode="External"/>)",
            at + 1, relation, xml_text(links[at]));
    return part + "</Relationships>";
}

constexpr std::string_view content_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>)";

constexpr std::string_view package_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="document" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="properties" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>)";

/// Without it Word takes the file for one of 2007 and says so in its title bar.
constexpr std::string_view settings_part =
    R"(<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>)";

std::string properties_part(const WordFile& file) {
    // Whole seconds: the type is the W3C's profile of ISO 8601.
    const std::string made = iso(file.made).substr(0, 19) + "Z";
    return fmt::format(
        R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created></cp:coreProperties>)",
        xml, xml_text(file.title), xml_text(file.author), made);
}

} // namespace

std::string write_word(const WordFile& file) {
    const auto with_head = [](std::string_view part) {
        return std::string(xml) + std::string(part);
    };
    Body body;
    const std::string document = document_part(file, body);
    ZipOut zip;
    zip.made_at(file.made);
    zip.add("[Content_Types].xml", with_head(content_types));
    zip.add("_rels/.rels", with_head(package_relations));
    zip.add("word/document.xml", document);
    zip.add("word/_rels/document.xml.rels", document_relations(body.links()));
    zip.add("word/styles.xml", with_head(styles_part(file.styles)));
    zip.add("word/numbering.xml", with_head(numbering_part()));
    zip.add("word/settings.xml", with_head(settings_part));
    zip.add("word/footer1.xml", footer_part(file));
    zip.add("docProps/core.xml", properties_part(file));
    return zip.finished_bytes();
}

} // namespace openmasa::documents
