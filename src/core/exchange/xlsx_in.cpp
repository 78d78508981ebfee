#include "core/exchange/sheet.hpp"
#include "core/exchange/xlsx_cells.hpp"
#include "core/exchange/xlsx_package.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::sheet {
namespace {

using xlsx::Package;

/// The parts of a workbook that carry meaning.
struct Parts {
    std::string sheet, sheet_name, strings, styles;
    std::size_t sheets = 0;
    bool from_1904 = false;
};

/// Target by id, and by the end of the type: "/styles".
std::map<std::string, std::string> relations_of(const Package& package, const std::string& part) {
    const auto slash = part.rfind('/');
    const auto folder = slash == part.npos ? std::string() : part.substr(0, slash + 1);
    std::map<std::string, std::string> found;
    auto reader = package.read(folder + "_rels/" + part.substr(folder.size()) + ".rels");
    while (reader.next()) {
        if (!reader.starts("Relationship")) continue;
        auto target = reader.attribute("Target");
        const auto type = reader.attribute("Type");
        target = target.starts_with('/') ? target.substr(1) : folder + target;
        found[reader.attribute("Id")] = target;
        if (const auto end = type.rfind('/'); end != type.npos) found[type.substr(end)] = target;
    }
    return found;
}

/// The first sheet that is not hidden.
Result<Parts> parts_of(const Package& package) {
    const auto roots = relations_of(package, "");
    const auto found = roots.find("/officeDocument");
    const auto workbook = found == roots.end() ? std::string("xl/workbook.xml") : found->second;
    if (!package.has(workbook) || package.has("word/document.xml"))
        return invalid("file", "This is a zip file without an Excel workbook in it. Choose a "
                               "spreadsheet (.xlsx), a .csv or a .json file.");
    const auto relations = relations_of(package, workbook);
    const auto target = [&](const std::string& key) {
        const auto at = relations.find(key);
        return at == relations.end() ? std::string() : at->second;
    };
    Parts parts{.sheet = {},
                .sheet_name = {},
                .strings = target("/sharedStrings"),
                .styles = target("/styles")};
    auto reader = package.read(workbook);
    while (reader.next()) {
        if (reader.starts("workbookPr")) {
            const auto epoch = reader.attribute("date1904");
            parts.from_1904 = epoch == "1" || epoch == "true";
        }
        if (!reader.starts("sheet")) continue;
        const auto state = reader.attribute("state");
        if (!state.empty() && state != "visible") continue;
        if (++parts.sheets > 1) continue;
        parts.sheet = target(reader.attribute("id"));
        parts.sheet_name = cleaned(reader.attribute("name"));
    }
    if (reader.is_broken() || parts.sheet.empty()) return xlsx::damaged();
    return parts;
}

/// Reads the rows of a sheet into a Builder.
class SheetReader {
public:
    SheetReader(xlsx::PartReader reader, const xlsx::Cells& cells)
        : reader_(std::move(reader)), cells_(cells) {}

    Result<Sheet> read() {
        while (enough_ && reader_.next()) {
            if (reader_.starts("row")) read_row();
            if (reader_.starts("mergeCell")) merged_.push_back(reader_.attribute("ref"));
        }
        if (reader_.is_broken()) return xlsx::damaged();
        if (hidden_ > 0)
            builder_.add_remark(fmt::format("{} hidden in the sheet, and read all the same.",
                                            counted(hidden_, "row is", "rows are")));
        auto sheet = TRY(builder_.take());
        for (const auto& range : merged_) fill_merged(sheet, range);
        return sheet;
    }

private:
    void read_row() {
        const auto said = xlsx::whole_number(reader_.attribute("r"));
        row_ = said ? static_cast<int>(*said) : row_ + 1;
        const auto hidden = reader_.attribute("hidden");
        const bool is_hidden = hidden == "1" || hidden == "true";
        std::vector<std::string> cells;
        column_ = 0;
        if (!reader_.is_empty_element())
            while (reader_.next() && !reader_.ends("row"))
                if (reader_.starts("c")) read_cell(cells);
        if (is_hidden && !cells.empty()) ++hidden_;
        enough_ = builder_.add(row_, std::move(cells));
    }

    void read_cell(std::vector<std::string>& cells) {
        if (const auto at = xlsx::column_of(reader_.attribute("r"))) column_ = *at;
        const auto at = column_++;
        const auto raw = read_raw();
        if (at >= most_columns) return;
        auto value = cells_.value_of(raw);
        if (!value.fault.empty() && builder_.has_names())
            builder_.add_fault(row_, at, std::move(value.fault));
        if (cells.size() <= at) cells.resize(at + 1);
        cells[at] = std::move(value.text);
    }

    xlsx::RawCell read_raw() {
        xlsx::RawCell raw{
            .type = reader_.attribute("t"), .style = reader_.attribute("s"), .text = {}};
        if (reader_.is_empty_element()) return raw;
        bool value = false, inline_text = false;
        int phonetic = 0;
        while (reader_.next() && !reader_.ends("c")) {
            if (reader_.starts("v")) value = true;
            if (reader_.starts("t")) inline_text = true;
            if (reader_.starts("rPh")) ++phonetic;
            if (reader_.is_text() && (value || inline_text) && phonetic == 0)
                raw.text += reader_.text();
            if (reader_.ends("v")) value = false;
            if (reader_.ends("t")) inline_text = false;
            if (reader_.ends("rPh")) --phonetic;
        }
        return raw;
    }

    /// What stands in merged cells is meant for each of them.
    static void fill_merged(Sheet& sheet, const std::string& range) {
        const auto corners = xlsx::corners_of(range);
        if (!corners || corners->last_column >= sheet.names.size()) return;
        const Row* first = nullptr;
        for (auto& row : sheet.rows) {
            if (row.number < corners->first_row || row.number > corners->last_row) continue;
            if (!first) first = &row;
            for (auto at = corners->first_column; at <= corners->last_column; ++at)
                if (row.cells[at].empty()) row.cells[at] = first->cells[corners->first_column];
        }
    }

    xlsx::PartReader reader_;
    const xlsx::Cells& cells_;
    Builder builder_;
    std::vector<std::string> merged_;
    int row_ = 0;
    int hidden_ = 0;
    std::size_t column_ = 0;
    bool enough_ = true;
};

} // namespace

Result<Sheet> read_xlsx(std::string_view bytes) {
    const auto package = TRY(Package::open(bytes));
    const auto parts = TRY(parts_of(package));
    xlsx::Cells cells(parts.from_1904);
    TRY(cells.read_strings(package.read(parts.strings)));
    TRY(cells.read_styles(package.read(parts.styles)));
    auto sheet = TRY(SheetReader(package.read(parts.sheet), cells).read());
    if (parts.sheets > 1)
        sheet.remarks.insert(sheet.remarks.begin(),
                             fmt::format("Only the sheet \u201c{}\u201d was read; there are {}.",
                                         parts.sheet_name, parts.sheets));
    return sheet;
}

} // namespace openmasa::sheet
