#include "core/exchange/word_document.hpp"
#include "core/exchange/word_lines.hpp"
#include "core/exchange/word_styles.hpp"
#include "core/exchange/word_xml.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace openmasa::word {
namespace {

/// What stands inside a wrapper that a reader does not see; a null node for what is no wrapper.
/// Deletions (w:del, w:moveFrom) are no wrappers: what they hold is gone once accepted.
pugi::xml_node inside(pugi::xml_node node, std::string_view name) {
    static constexpr std::string_view open[] = {"ins",       "moveTo", "hyperlink", "smartTag",
                                                "fldSimple", "dir",    "bdo",       "customXml"};
    if (name == "sdt")
        return is_on(child(node, "sdtPr"), "showingPlcHdr") ? pugi::xml_node()
                                                            : child(node, "sdtContent");
    if (name == "AlternateContent") {
        const auto fallback = child(node, "Fallback");
        return fallback.first_child() ? fallback : child(node, "Choice");
    }
    return std::find(std::begin(open), std::end(open), name) == std::end(open) ? pugi::xml_node()
                                                                               : node;
}

/// Calls `visit` with every child and its name, as the document reads with all changes accepted.
template<class Visit> void each_child(pugi::xml_node node, const Visit& visit) {
    for (const auto& candidate : node.children()) {
        const auto name = local_name(candidate);
        if (const auto wrapped = inside(candidate, name))
            each_child(wrapped, visit);
        else
            visit(candidate, name);
    }
}

int whole_number(std::string_view text, int otherwise) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() ? value : otherwise;
}

bool is_removed(pugi::xml_node mark_properties) {
    return child(mark_properties, "del") || child(mark_properties, "moveFrom");
}

// --- paragraphs ---------------------------------------------------------------------------------

class ParagraphReader {
public:
    ParagraphReader(LineBuilder& lines, const Styles& styles) : lines_(lines), styles_(styles) {}
    void read(pugi::xml_node paragraph) {
        each_child(paragraph, [&](pugi::xml_node run, std::string_view name) {
            if (name == "r") read_run(run);
        });
    }

private:
    void read_run(pugi::xml_node run) {
        const auto properties = child(run, "rPr");
        const auto style = value_of(properties, "rStyle");
        const auto own_name = lines_.reads_exactly() ? styles_.own_name(style) : std::string();
        bold_ = lines_.reads_exactly() ? own_name == "lead"
                                       : is_on(properties, "b") || style == "Strong";
        hidden_ = is_on(properties, "vanish") || own_name == "label";
        each_child(run, [&](pugi::xml_node piece, std::string_view name) {
            if (name == "fldChar")
                read_field(attribute(piece, "fldCharType"));
            else if (!hidden_ && instructions_ == 0)
                read_piece(piece, name);
        });
    }

    void read_piece(pugi::xml_node piece, std::string_view name) {
        if (name == "t")
            lines_.add(piece.text().get(), bold_);
        else if (name == "br" || name == "cr")
            lines_.line_break();
        else if (name == "tab" || name == "ptab")
            lines_.add(lines_.reads_exactly() ? "\t" : " ", bold_);
        else if (name == "noBreakHyphen")
            lines_.add("-", bold_);
        else if (name == "sym")
            lines_.add(symbol(attribute(piece, "font"), attribute(piece, "char")), bold_);
    }

    /// A field's instruction ("PAGEREF ...") is not text; its result is. Fields nest.
    void read_field(std::string_view type) {
        if (type == "begin") {
            in_instruction_.push_back(true);
            ++instructions_;
        } else if (!in_instruction_.empty()) {
            if (in_instruction_.back()) --instructions_;
            in_instruction_.back() = false;
            if (type == "end") in_instruction_.pop_back();
        }
    }

    LineBuilder& lines_;
    const Styles& styles_;
    std::vector<bool> in_instruction_;
    int instructions_ = 0;
    bool bold_ = false, hidden_ = false;
};

// --- tables -------------------------------------------------------------------------------------

int span_of(pugi::xml_node cell) {
    const auto properties = child(cell, "tcPr");
    return std::clamp(whole_number(value_of(properties, "gridSpan"), 1), 1, 1 << 20);
}

bool is_deleted_cell(pugi::xml_node cell) {
    return bool(child(child(cell, "tcPr"), "cellDel"));
}

/// Two ways to say it: as it is, and as a tracked change.
bool is_merged_from_above(pugi::xml_node properties) {
    if (const auto merge = child(properties, "vMerge"))
        return std::string_view(attribute(merge, "val")) != "restart";
    return std::string_view(attribute(child(properties, "cellMerge"), "vMerge")) == "cont";
}

bool is_merged_from_before(pugi::xml_node properties) {
    const auto merge = child(properties, "hMerge");
    return merge && std::string_view(attribute(merge, "val")) != "restart";
}

std::string fill_of(pugi::xml_node properties) {
    std::string fill(attribute(child(properties, "shd"), "fill"));
    if (fill.size() != 6) return {};
    for (char& c : fill) c = c >= 'a' && c <= 'f' ? char(c - 'a' + 'A') : c;
    return fill;
}

int first_column(pugi::xml_node row) {
    return std::clamp(whole_number(value_of(child(row, "trPr"), "gridBefore"), 0), 0, 1 << 20);
}

long long width_of(pugi::xml_node row) {
    long long columns = first_column(row);
    each_child(row, [&](pugi::xml_node cell, std::string_view name) {
        if (name == "tc" && !is_deleted_cell(cell)) columns += span_of(cell);
    });
    return columns;
}

Refusal too_wide(long long columns) {
    return invalid("file", fmt::format("A table in this Word file has {} columns, and up to {} can "
                                       "be read. Take out the columns that are not part of the "
                                       "[plan] and choose it again.",
                                       columns, most_columns));
}

Refusal too_long() {
    return invalid("file", fmt::format("The tables in this Word file have more than {} rows "
                                       "together. Leave only the [plan] in it and choose it again.",
                                       "20,000"));
}

// --- the body -----------------------------------------------------------------------------------

class BodyReader {
public:
    explicit BodyReader(Styles styles) : styles_(std::move(styles)) {}
    Result<Document> read(pugi::xml_node body);

private:
    void read_paragraph(pugi::xml_node paragraph);
    void read_table(pugi::xml_node table);
    Row read_row(pugi::xml_node row);
    void read_cell(pugi::xml_node cell, Row& row, int& column);
    void read_words(pugi::xml_node holder, LineBuilder& lines);
    void read_paragraph_words(pugi::xml_node paragraph, LineBuilder& lines);

    Styles styles_;
    Document document_;
    /// Words of a paragraph whose end was deleted wait here for the next one.
    LineBuilder waiting_;
    int rows_ = 0, cells_ = 0;
    std::optional<Refusal> refusal_;
};

Result<Document> BodyReader::read(pugi::xml_node body) {
    each_child(body, [&](pugi::xml_node block, std::string_view name) {
        if (refusal_) return;
        if (name == "p") read_paragraph(block);
        if (name == "tbl") read_table(block);
    });
    if (refusal_) return std::move(*refusal_);
    return std::move(document_);
}

void BodyReader::read_paragraph(pugi::xml_node paragraph) {
    const auto properties = child(paragraph, "pPr");
    read_paragraph_words(paragraph, waiting_);
    if (is_removed(child(properties, "rPr"))) return;
    Cell words;
    words.lines = waiting_.take();
    auto style = styles_.own_name(value_of(properties, "pStyle"));
    if (words.lines.empty() && style.empty()) return;
    document_.blocks.emplace_back(
        Paragraph{.text = words.text(),
                  .heading_level = styles_.heading_level(properties),
                  .is_title = styles_.is_title(properties),
                  .is_list_item = !words.lines.empty() && words.lines.front().mark != Mark::none,
                  .is_bold = std::all_of(words.lines.begin(), words.lines.end(),
                                         [](const Line& line) { return line.is_bold; }),
                  .style = std::move(style)});
}

void BodyReader::read_paragraph_words(pugi::xml_node paragraph, LineBuilder& lines) {
    const auto properties = child(paragraph, "pPr");
    lines.begin_paragraph(styles_.own_name(value_of(properties, "pStyle")));
    ParagraphReader(lines, styles_).read(paragraph);
    if (!is_removed(child(properties, "rPr"))) lines.end_paragraph(styles_.list_mark(properties));
}

void BodyReader::read_table(pugi::xml_node node) {
    Table table;
    table.style = styles_.own_name(value_of(child(node, "tblPr"), "tblStyle"));
    each_child(node, [&](pugi::xml_node row, std::string_view name) {
        if (name != "tr" || refusal_ || child(child(row, "trPr"), "del")) return;
        const auto columns = width_of(row);
        if (columns > most_columns)
            refusal_ = too_wide(columns);
        else if (++rows_ > most_rows || cells_ > most_cells)
            refusal_ = too_long();
        else
            table.rows.push_back(read_row(row));
        table.columns = std::max(table.columns, int(std::min<long long>(columns, most_columns)));
    });
    if (!table.rows.empty()) document_.blocks.emplace_back(std::move(table));
}

Row BodyReader::read_row(pugi::xml_node node) {
    Row row{.cells = {}, .is_header = is_on(child(node, "trPr"), "tblHeader")};
    int column = first_column(node);
    each_child(node, [&](pugi::xml_node cell, std::string_view name) {
        if (name == "tc" && !is_deleted_cell(cell)) read_cell(cell, row, column);
    });
    cells_ += int(row.cells.size());
    return row;
}

void BodyReader::read_cell(pugi::xml_node node, Row& row, int& column) {
    const auto properties = child(node, "tcPr");
    const int span = span_of(node);
    if (is_merged_from_before(properties) && !row.cells.empty()) {
        row.cells.back().span += span;
        column += span;
        return;
    }
    Cell cell{.lines = {},
              .column = column,
              .span = span,
              .merged_from_above = is_merged_from_above(properties),
              .fill = fill_of(properties)};
    column += span;
    LineBuilder lines;
    if (!cell.merged_from_above) read_words(node, lines);
    cell.lines = lines.take();
    row.cells.push_back(std::move(cell));
}

/// The words of a cell; a table inside it gives its lines, row by row.
void BodyReader::read_words(pugi::xml_node holder, LineBuilder& lines) {
    each_child(holder, [&](pugi::xml_node block, std::string_view name) {
        if (name == "p") read_paragraph_words(block, lines);
        if (name == "tbl" || name == "tc") read_words(block, lines);
        if (name == "tr" && !child(child(block, "trPr"), "del")) read_words(block, lines);
    });
}

} // namespace

Result<Document> read_document(Parts parts) {
    const Xml xml = parse_xml(std::move(parts.document));
    if (!xml)
        return invalid("file", "This Word file is damaged or far too complicated to read. Copy "
                               "the [plan] into a new Word file, save it as .docx and choose it "
                               "again.");
    const auto body = child(xml.root(), "body");
    if (local_name(xml.root()) != "document" || !body)
        return invalid("file", "This file has no Word document in it. Save the [plan] as .docx and "
                               "choose it again.");
    return BodyReader(Styles(std::move(parts.styles), std::move(parts.numbering))).read(body);
}

} // namespace openmasa::word
