#include "core/registers/import.hpp"
#include "core/access/secret.hpp"
#include "core/registers/cell.hpp"
#include "core/registers/form.hpp"
#include "core/registers/rows.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

namespace openmasa::registers {
namespace {

/// The most bytes of a name that is made of longer words.
constexpr std::size_t longest_made = 200;

/// What is said of the file's columns above the rows; refuses a file in which nothing tells the
/// rows apart.
Result<Done> check_columns(const Register& which, const sheet::Sheet& sheet,
                           const FileColumns& columns, std::vector<std::string>& remarks) {
    std::vector<std::string> missing, unknown;
    for (const auto at : keys_missing(which, columns))
        missing.emplace_back(which.columns[at].label);
    if (!missing.empty())
        return invalid("file", fmt::format("No column tells which {} is meant. The first line of "
                                           "the file needs: {}; or say on the page of the import "
                                           "which column is which.",
                                           which.one, join(missing, ", ")));
    for (const auto at : left_out(sheet, columns)) unknown.push_back(sheet.names[at]);
    if (!unknown.empty())
        remarks.push_back(fmt::format("Left out: {}.", shortened(join(unknown, ", "), 300)));
    return Done{};
}

/// A row of the register as it is now.
struct Existing {
    Cells cells;
    bool matched = false;
};

/// The register's rows, to be found by their id or by what tells them apart.
class Known {
public:
    Known(store::Db& db, const Scope& scope, const Register& which)
        : which_(which), id_(place_with(which.columns, Use::id)),
          version_(place_with(which.columns, Use::version)) {
        std::string all;
        all_rows(db, scope, which)([&](const Cells& cells) {
            all += fmt::format("{} {}\n", id_of(cells), version_of(cells));
            if (version_ == which.columns.size()) all += join(cells, "\n");
            rows_.push_back({cells});
        });
        for (auto& row : rows_) {
            by_id_.emplace(id_of(row.cells), &row);
            const auto key = key_of(row.cells);
            if (!by_key_.emplace(key, &row).second) twins_.insert(key);
            const auto words = words_of(row.cells);
            if (words != key && !by_words_.emplace(words, &row).second) word_twins_.insert(words);
        }
        state_ = sha256(all);
    }
    Existing* with_id(const std::string& id) { return found(by_id_, id); }
    Existing* with_key(const Cells& cells) { return found(by_key_, key_of(cells)); }
    /// Several rows that nothing but their ids tells apart.
    bool is_ambiguous(const Cells& cells) const { return twins_.contains(key_of(cells)); }
    /// Of a file without the names that are made of longer words: by those words, whatever the row
    /// has been called since. Nothing where several say the same.
    Existing* with_words(const Cells& cells) const {
        const auto words = words_of(cells);
        return word_twins_.contains(words) ? nullptr : found(by_words_, words);
    }
    const std::vector<Existing>& rows() const { return rows_; }
    const std::string& state() const { return state_; }
    std::string id_of(const Cells& cells) const { return cells.at(id_); }
    std::string version_of(const Cells& cells) const {
        return version_ < cells.size() ? cells[version_] : std::string();
    }
    std::size_t id() const { return id_; }
    std::size_t version() const { return version_; }
    std::string key_of(const Cells& cells) const {
        std::string key;
        for (std::size_t at = 0; at < cells.size(); ++at)
            if (which_.columns[at].use == Use::key) key += lower(one_line(cells[at])) + '\n';
        return key;
    }
    /// What tells the rows apart, with the longer words instead of the name that is made of them.
    std::string words_of(const Cells& cells) const {
        std::string words;
        for (std::size_t at = 0; at < cells.size(); ++at) {
            if (which_.columns[at].use != Use::key) continue;
            const auto from = place_of(which_.columns, which_.columns[at].made_of);
            words += lower(one_line(cells[from < cells.size() ? from : at])) + '\n';
        }
        return words;
    }
    std::string name_of(const Cells& cells) const {
        std::string name;
        for (std::size_t at = 0; at < cells.size(); ++at)
            if (which_.columns[at].use == Use::key && !cells[at].empty())
                name += (name.empty() ? "" : " \u00b7 ") + one_line(cells[at]);
        return name;
    }

private:
    using Index = std::map<std::string, Existing*>;
    static Existing* found(const Index& index, const std::string& by) {
        const auto at = index.find(by);
        return at == index.end() ? nullptr : at->second;
    }
    const Register& which_;
    std::size_t id_, version_;
    std::vector<Existing> rows_;
    Index by_id_, by_key_, by_words_;
    std::set<std::string> twins_, word_twins_;
    std::string state_;
};

/// Judges one row of the file after the other.
class Judge {
public:
    Judge(store::Db& db, const Scope& scope, const Register& which, const sheet::Sheet& sheet,
          const FileColumns& columns, Policy policy)
        : db_(db), scope_(scope), which_(which), sheet_(sheet), columns_(columns), policy_(policy),
          known_(db, scope, which) {
        names_ = names_of(db, scope, which);
        add_names_of_rows();
        for (const auto& fault : sheet.faults) faults_.emplace(fault.row, &fault);
    }

    JudgedRow judge(const sheet::Row& row) {
        JudgedRow judged{.number = row.number,
                         .name = {},
                         .proposed = {.which = which_, .id = {}, .before = {}, .cells = {}},
                         .changes = {},
                         .problems = {}};
        auto* existing = find(row, judged);
        judged.proposed.cells = existing ? existing->cells : Cells(which_.columns.size());
        if (existing) {
            judged.proposed.id = known_.id_of(existing->cells);
            judged.proposed.version = number_in(known_.version_of(existing->cells));
            judged.proposed.before = existing->cells;
        }
        add_faults(row, judged);
        for (std::size_t at = 0; at < which_.columns.size(); ++at) read_cell(row, at, judged);
        judged.name = known_.name_of(existing ? existing->cells : judged.proposed.cells);
        settle(row, existing, judged);
        return judged;
    }
    const Known& known() const { return known_; }

private:
    static std::int64_t number_in(const std::string& digits) {
        std::int64_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }
    std::string_view cell_of(const sheet::Row& row, std::size_t column) const {
        return columns_.cell(row, column);
    }
    /// Of a column that the file has not: what it is made of.
    std::string made(const sheet::Row& row, std::size_t column) const {
        const auto from = place_of(which_.columns, which_.columns[column].made_of);
        if (from == which_.columns.size() || columns_.from[column].is_there()) return {};
        return shortened(one_line(cell_of(row, from)), longest_made);
    }
    void refuse(JudgedRow& judged, std::size_t column, std::string words) const {
        judged.problems.push_back({std::string(which_.columns[column].label), std::move(words)});
    }

    Existing* find(const sheet::Row& row, JudgedRow& judged) {
        if (const auto id = cell_of(row, known_.id()); !id.empty()) {
            auto* existing = known_.with_id(std::string(id));
            if (!existing)
                refuse(judged, known_.id(),
                       fmt::format("There is no {} with this id. For a new one leave it empty.",
                                   which_.one));
            return existing;
        }
        Cells keys(which_.columns.size());
        for (std::size_t at = 0; at < keys.size(); ++at)
            keys[at] = columns_.from[at].is_there() ? std::string(cell_of(row, at)) : made(row, at);
        if (known_.is_ambiguous(keys))
            refuse(judged, key_column(),
                   fmt::format("There are several {} like this. Say by its id which one is meant.",
                               which_.many));
        auto* existing = known_.with_key(keys);
        return existing || !lacks_a_made_name() ? existing : known_.with_words(keys);
    }
    bool lacks_a_made_name() const {
        for (std::size_t at = 0; at < which_.columns.size(); ++at) {
            const auto& column = which_.columns[at];
            if (column.use == Use::key && !columns_.from[at].is_there() &&
                place_of(which_.columns, column.made_of) < which_.columns.size())
                return true;
        }
        return false;
    }

    void add_faults(const sheet::Row& row, JudgedRow& judged) const {
        const auto [first, last] = faults_.equal_range(row.number);
        for (auto at = first; at != last; ++at)
            judged.problems.push_back({sheet_.names[at->second->column], at->second->words});
    }

    void read_cell(const sheet::Row& row, std::size_t at, JudgedRow& judged) const {
        const auto& column = which_.columns[at];
        const bool is_read = column.use == Use::key || column.use == Use::given;
        auto& cell = judged.proposed.cells[at];
        if (!is_read) return;
        if (judged.proposed.is_new() && !which_.may_add) {
            cell = cell_of(row, at); // its name is all that is told of it
            return;
        }
        if (!columns_.from[at].is_there()) {
            if (judged.proposed.is_new()) cell = made(row, at);
            if (judged.proposed.is_new() && cell.empty() && must_be_filled(column))
                refuse(judged, at, fmt::format("{} is empty.", column.label));
            return;
        }
        const auto text = cell_of(row, at);
        if (text == trimmed(cell) && !judged.proposed.is_new()) return;
        if (column.fixed && !judged.proposed.is_new())
            return refuse(judged, at,
                          fmt::format("{} cannot be changed by an import.", column.label));
        auto read = understood(column, text, names_[at], *names_.book);
        if (!read) return refuse(judged, at, read.refusal().problems.front().words);
        // A file may lose the ends of lines and the spaces around words; that changes nothing.
        if (cleaned(trimmed(cell)) == cleaned(*read)) return;
        cell = std::move(*read);
    }

    void settle(const sheet::Row& row, Existing* existing, JudgedRow& judged) {
        for (std::size_t at = 0; existing && at < which_.columns.size(); ++at)
            if (judged.proposed.cells[at] != existing->cells[at])
                judged.changes.push_back(
                    {which_.columns[at].label, existing->cells[at], judged.proposed.cells[at]});
        refuse_twice(existing, judged);
        const bool changed = !existing || !judged.changes.empty();
        if (changed) refuse_what_may_not_be(row, existing, judged);
        if (changed && judged.problems.empty() && which_.problems)
            for (auto& problem : which_.problems(db_, scope_, judged.proposed))
                refuse(judged, place_of(which_.columns, problem.field), std::move(problem.words));
        judged.fate = !judged.problems.empty() ? Fate::refused
                      : !existing              ? Fate::added
                      : changed                ? Fate::changed
                                               : Fate::same;
    }

    void refuse_twice(Existing* existing, JudgedRow& judged) {
        const auto key =
            existing ? known_.id_of(existing->cells) : known_.key_of(judged.proposed.cells);
        const auto [first, is_first] = rows_.emplace(key, judged.number);
        if (existing) existing->matched = true;
        if (!is_first && !key.empty())
            refuse(judged, key_column(),
                   fmt::format("Row {} is the same {}.", first->second, which_.one));
    }

    void refuse_what_may_not_be(const sheet::Row& row, const Existing* existing,
                                JudgedRow& judged) const {
        if (!existing && !which_.may_add)
            refuse(judged, key_column(),
                   fmt::format("There is no such {}. {}", which_.one, which_.why_not_new));
        else if (!existing && policy_ == Policy::update)
            refuse(judged, key_column(),
                   fmt::format("There is no such {}, and only what is there is to be changed.",
                               which_.one));
        if (!existing || known_.version() >= which_.columns.size()) return;
        const auto read = cell_of(row, known_.version());
        if (!read.empty() && read != known_.version_of(existing->cells))
            refuse(judged, known_.version(),
                   fmt::format("Somebody changed this {} after the file was made: it has version "
                               "{} now, not {}.",
                               which_.one, known_.version_of(existing->cells), read));
    }
    /// Rows of one file may name each other, in any order.
    void add_names_of_rows() {
        for (std::size_t at = 0; at < which_.columns.size(); ++at) {
            if (!which_.columns[at].may_name_rows) continue;
            auto& names = names_.of_column[at];
            for (const auto& row : sheet_.rows)
                if (auto name = one_line(cell_of(row, key_column())); !name.empty())
                    names.push_back(std::move(name));
            std::ranges::sort(names);
            names.erase(std::unique(names.begin(), names.end()), names.end());
        }
    }
    std::size_t key_column() const { return place_with(which_.columns, Use::key); }

    store::Db& db_;
    const Scope& scope_;
    const Register& which_;
    const sheet::Sheet& sheet_;
    const FileColumns& columns_;
    Policy policy_;
    Known known_;
    Names names_;
    std::multimap<int, const sheet::Fault*> faults_;
    std::map<std::string, int> rows_;
};

} // namespace

std::string_view to_text(Fate fate) {
    switch (fate) {
    case Fate::added: return "new";
    case Fate::changed: return "changed";
    case Fate::same: return "same";
    case Fate::refused: return "refused";
    case Fate::gone: return "gone";
    }
    return {};
}

std::string_view to_text(Policy policy) {
    switch (policy) {
    case Policy::stop: return "stop";
    case Policy::skip: return "skip";
    case Policy::update: return "update";
    }
    return {};
}

bool from_text(std::string_view text, Policy& policy) {
    for (auto one : {Policy::stop, Policy::skip, Policy::update})
        if (text == to_text(one)) {
            policy = one;
            return true;
        }
    return false;
}

int Preview::count(Fate fate) const {
    if (fate == Fate::gone) return static_cast<int>(gone.size());
    return static_cast<int>(std::ranges::count(rows, fate, &JudgedRow::fate));
}

bool Preview::may_be_saved() const {
    if (policy == Policy::stop && count(Fate::refused) > 0) return false;
    return count(Fate::added) + count(Fate::changed) > 0;
}

namespace {

/// A file without the columns that tell the rows apart names some by their ids, and is silent about
/// the others.
bool speaks_of_all(const Register& which, const FileColumns& columns) {
    for (std::size_t at = 0; at < which.columns.size(); ++at)
        if (which.columns[at].use == Use::key && columns.from[at].is_there()) return true;
    return false;
}

} // namespace

Result<Preview> look(store::Db& db, const Scope& scope, const Register& which,
                     const sheet::Sheet& sheet, const FileColumns& columns, Policy policy) {
    if (!scope.may(which.change)) return not_found();
    Preview preview{.which = which,
                    .policy = policy,
                    .rows = {},
                    .gone = {},
                    .remarks = sheet.remarks,
                    .state = {}};
    TRY(check_columns(which, sheet, columns, preview.remarks));
    Judge judge(db, scope, which, sheet, columns, policy);
    for (const auto& row : sheet.rows) preview.rows.push_back(judge.judge(row));
    for (const auto& row : judge.known().rows())
        if (!row.matched && speaks_of_all(which, columns))
            preview.gone.push_back(judge.known().name_of(row.cells));
    preview.state = sha256(judge.known().state() + record_of(which, columns));
    return preview;
}

Result<Preview> look(store::Db& db, const Scope& scope, const Register& which,
                     const sheet::Sheet& sheet, Policy policy) {
    return look(db, scope, which, sheet, columns_of(db, which, sheet), policy);
}

Result<Done> save(store::Db& db, const Scope& scope, const Preview& preview,
                  std::string_view state) {
    if (preview.state != state)
        return conflict("The register was changed since this page was made. What saving would do "
                        "now is shown below; look at it once more.");
    if (preview.policy == Policy::stop && preview.count(Fate::refused) > 0)
        return conflict("Rows are refused, and the choice was to stop then. Mend the file, or "
                        "import it again and choose to leave them out.");
    for (const auto& row : preview.rows)
        if (row.fate == Fate::added || row.fate == Fate::changed)
            TRY(preview.which.save(db, scope, row.proposed));
    return Done{};
}

} // namespace openmasa::registers
