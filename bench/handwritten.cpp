// The list of actions as somebody would write it who wants that one page to be fast and nothing
// else: SQLite's own functions, statements kept by hand for each thread, text appended to a string.
// It stands on the same HTTP layer and gives the same page; bin/bench compares the two and measures
// the program against it.
//     handwritten DATABASE_FILE PORT TODAY
#include "core/access/secret.hpp"
#include "kernel/text.hpp"
#include "web/http/form.hpp"
#include "web/http/server.hpp"
#include "web/pages/assets.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <sqlite3.h>
#include <unordered_map>

namespace {

using openmasa::Day;
using std::string;
using std::string_view;

constexpr int rows_a_page = 50;
constexpr string_view status_words[] = {"not_started", "in_progress", "at_risk",
                                        "blocked",     "done",        "stopped"};
constexpr string_view status_labels[] = {"Not started", "In progress", "At risk",
                                         "Blocked",     "Done",        "Stopped"};
constexpr string_view plain_link = R"(class="govuk-link govuk-link--no-visited-state" href=")";
constexpr string_view when_words[] = {"", "late", "soon", "none"};
constexpr string_view when_labels[] = {"Any time", "Late", "In the next 30 days", "No date"};
constexpr string_view sort_words[] = {"", "owner", "date", "status"};

Day today;
string today_text, soon_text, partnership, stylesheet, mark, database_file;

// ------------------------------------------------------------------------------------ text

void escape(string& to, string_view text) {
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char* entity = nullptr;
        switch (text[at]) {
        case '&': entity = "&amp;"; break;
        case '<': entity = "&lt;"; break;
        case '>': entity = "&gt;"; break;
        case '"': entity = "&quot;"; break;
        case '\'': entity = "&#39;"; break;
        default: continue;
        }
        to.append(text, plain, at - plain).append(entity);
        plain = at + 1;
    }
    to.append(text, plain);
}

struct Text {
    string_view text;
};
void put(string& to, string_view markup) {
    to += markup;
}
void put(string& to, Text text) {
    escape(to, text.text);
}
void put(string& to, int number) {
    char digits[12];
    to.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}
template<class... Parts> void add(string& to, const Parts&... parts) {
    (put(to, parts), ...);
}

// ---------------------------------------------------------------------------------- SQLite

struct Rows {
    sqlite3_stmt* statement;
    Rows(sqlite3_stmt* prepared, std::initializer_list<string_view> arguments)
        : statement(prepared) {
        int number = 0;
        for (auto text : arguments)
            sqlite3_bind_text(statement, ++number, text.data(), int(text.size()), SQLITE_STATIC);
    }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows() { sqlite3_reset(statement); }
    bool next() {
        const int code = sqlite3_step(statement);
        if (code == SQLITE_ROW || code == SQLITE_DONE) return code == SQLITE_ROW;
        throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(statement)));
    }
    string_view text(int column) const {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        return {bytes ? bytes : "", std::size_t(sqlite3_column_bytes(statement, column))};
    }
    int number(int column) const { return sqlite3_column_int(statement, column); }
};

sqlite3* open_database() {
    sqlite3* database = nullptr;
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(database_file.c_str(), &database, flags, nullptr) != SQLITE_OK)
        throw std::runtime_error("cannot open " + database_file);
    sqlite3_busy_timeout(database, 5000);
    for (auto pragma :
         {"PRAGMA cache_size=-16000", "PRAGMA temp_store=MEMORY", "PRAGMA mmap_size=1073741824",
          "PRAGMA query_only=ON", "PRAGMA wal_autocheckpoint=0"})
        sqlite3_exec(database, pragma, nullptr, nullptr, nullptr);
    return database;
}

/// One thread's connection with its statements.
class Connection {
    sqlite3* database_ = open_database();
    std::unordered_map<string, sqlite3_stmt*> kept_;

public:
    sqlite3_stmt* prepare(const string& sql) {
        auto& kept = kept_[sql];
        if (!kept && sqlite3_prepare_v3(database_, sql.c_str(), int(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &kept, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database_));
        return kept;
    }
    sqlite3_stmt* begin = prepare("BEGIN");
    sqlite3_stmt* commit = prepare("COMMIT");
    sqlite3_stmt* session = prepare(R"(
        SELECT p.known_as FROM session s JOIN account a ON a.id = s.account_id
        JOIN person p ON p.id = a.person_id
        WHERE s.secret_hash = ?1 AND s.ended_at IS NULL AND s.expires_at > ?2 AND a.ended_at IS NULL
          AND EXISTS (SELECT 1 FROM role_holding h WHERE h.person_id = p.id AND h.from_day <= ?3
                      AND (h.to_day IS NULL OR h.to_day >= ?3)))");
    sqlite3_stmt* plan =
        prepare("SELECT p.title, p.period, p.edition, r.letter, r.year, r.number FROM plan p "
                "JOIN reference r ON r.kind = 'plan' AND r.record_id = p.id WHERE p.id = ?1");
    sqlite3_stmt* sections = prepare(R"(
        SELECT id, name, is_priority, owner_id FROM section
        WHERE plan_id = ?1 AND withdrawn_at IS NULL ORDER BY position)");
    sqlite3_stmt* owners = prepare("SELECT id, name FROM owner ORDER BY name");
    sqlite3_stmt* counted = prepare(R"(
        SELECT section_id, status, deadline, evidence, date_kind, owner_id, next_step FROM action
        WHERE plan_id = ?1 AND withdrawn_at IS NULL)");
};

// ---------------------------------------------------------------------------- what is asked

struct Filter {
    string words;
    std::vector<string> likes; // each of the words as a pattern
    std::vector<string> priorities;
    std::vector<std::size_t> statuses;
    int when = 0, sort = 0, page = 1;
    string owner; // "", "none" or an id
    bool evidence_missing = false;

    bool operator==(const Filter&) const = default;
    int in_use() const {
        return !words.empty() + !priorities.empty() + !statuses.empty() + (when > 0) +
               !owner.empty() + evidence_missing;
    }
};

template<std::size_t Size> int place(const string_view (&words)[Size], string_view word) {
    const auto found = std::find(words, words + Size, word);
    return found == words + Size ? 0 : int(found - words);
}

Filter read_filter(const openmasa::http::Form& query) {
    Filter filter;
    filter.words = openmasa::trimmed(query.text("words")).substr(0, 200);
    const auto line = openmasa::one_line(filter.words);
    for (auto word : openmasa::split(line, ' ')) {
        string like = "%";
        for (char c : word) like += c == '%' || c == '_' || c == '!' ? string{'!', c} : string{c};
        if (!word.empty() && filter.likes.size() < 12) filter.likes.push_back(like + "%");
    }
    for (auto id : query.all("priority"))
        if (openmasa::is_id_text(id) && !std::ranges::count(filter.priorities, id))
            filter.priorities.emplace_back(id);
    for (auto word : query.all("status"))
        for (std::size_t at = 0; at < std::size(status_words); ++at)
            if (word == status_words[at] && !std::ranges::count(filter.statuses, at))
                filter.statuses.push_back(at);
    filter.when = place(when_words, query.text("due"));
    filter.sort = place(sort_words, query.text("sort"));
    if (const auto owner = query.text("owner"); owner == "none" || openmasa::is_id_text(owner))
        filter.owner = owner;
    filter.evidence_missing = query.text("evidence") == "missing";
    filter.page = std::clamp(std::atoi(string(query.text("page")).c_str()), 1, 1'000'000);
    return filter;
}

/// The address of the list with that filter, ready for an attribute.
void add_address(string& to, string_view plan, const Filter& filter, string_view format = "") {
    const char* between = "?";
    const auto field = [&](string_view name, string_view value) {
        add(to, between, name, "=", value);
        between = "&amp;";
    };
    add(to, "/plans/", plan, "/actions", format);
    if (!filter.words.empty()) field("words", openmasa::http::percent_encoded(filter.words));
    for (const auto& id : filter.priorities) field("priority", id);
    for (auto status : filter.statuses) field("status", status_words[status]);
    if (filter.when) field("due", when_words[std::size_t(filter.when)]);
    if (!filter.owner.empty()) field("owner", filter.owner);
    if (filter.evidence_missing) field("evidence", "missing");
    if (filter.sort) field("sort", sort_words[std::size_t(filter.sort)]);
    if (filter.page > 1) field("page", std::to_string(filter.page));
}

// ------------------------------------------------------------------------------ what is there

struct Section {
    string id, name, owner;
    bool is_priority;
    int actions = 0;
};
struct Owner {
    string id, name;
    bool is_here = false;
};

/// One plan with everything that is counted in it.
struct List {
    string plan, title, period, edition, reference, known_as, token, query;
    Filter filter;
    std::vector<Section> sections;
    std::vector<Owner> owners;
    int all = 0, late = 0, soon = 0, undated = 0, without_owner = 0, unproven = 0;
    std::array<int, 6> statuses{};
    int rows = 0, pages = 1;
};

void read_sections_and_owners(Connection& db, List& list) {
    for (Rows row(db.owners, {}); row.next();)
        list.owners.push_back({string(row.text(0)), string(row.text(1))});
    for (Rows row(db.sections, {list.plan}); row.next();) {
        const auto owner = std::ranges::find(list.owners, row.text(3), &Owner::id);
        list.sections.push_back({string(row.text(0)), string(row.text(1)),
                                 owner == list.owners.end() ? "" : owner->name,
                                 row.number(2) != 0});
    }
}

/// One look at every action counts all there is to count, also what the filter lets through.
void count(Connection& db, List& list) {
    std::unordered_map<string_view, Owner*> owners;
    for (auto& owner : list.owners) owners[owner.id] = &owner;
    auto section = list.sections.begin();
    const auto& filter = list.filter;
    for (Rows row(db.counted, {list.plan}); row.next();) {
        if (section == list.sections.end() || section->id != row.text(0))
            section = std::ranges::find(list.sections, row.text(0), &Section::id);
        if (section != list.sections.end()) ++section->actions;
        const auto status = std::size_t(place(status_words, row.text(1)));
        const auto deadline = row.text(2), owner = row.text(5), step = row.text(6);
        const auto next = step.empty() ? deadline : step;
        const bool open = status < 4;
        const bool late = open && !deadline.empty() && deadline < today_text;
        const bool soon = open && !late && !next.empty() && next <= soon_text;
        const bool undated = open && row.text(4) == "unknown";
        const bool without_owner = open && owner.empty();
        const bool unproven = status == 4 && row.number(3) == 0;
        ++list.all, ++list.statuses[status];
        list.late += late, list.soon += soon, list.undated += undated;
        list.unproven += unproven, list.without_owner += without_owner;
        if (!owner.empty()) owners[owner]->is_here = true;
        list.rows +=
            (filter.priorities.empty() ||
             (section != list.sections.end() &&
              std::ranges::count(filter.priorities, section->id) > 0)) &&
            (filter.statuses.empty() || std::ranges::count(filter.statuses, status) > 0) &&
            (filter.when == 0 || std::array{true, late, soon, undated}[std::size_t(filter.when)]) &&
            (filter.owner.empty() ||
             (filter.owner == "none" ? without_owner : owner == filter.owner)) &&
            (!filter.evidence_missing || unproven);
    }
}

/// The filter as SQL, with its values in the order of their places.
string conditions(const Filter& filter, std::vector<string_view>& values) {
    string sql = "WHERE a.plan_id = ?1 AND a.withdrawn_at IS NULL";
    const auto value = [&](string_view one) {
        values.push_back(one);
        return "?" + std::to_string(values.size());
    };
    for (const auto& like : filter.likes) {
        const auto place = value(like);
        sql +=
            " AND ((a.reference || ' ' || a.title || ' ' || a.words || ' ' || a.date_words) LIKE " +
            place + " ESCAPE '!' OR a.owner_id IN (SELECT id FROM owner WHERE name LIKE " + place +
            " ESCAPE '!'))";
    }
    const char* between = " AND a.section_id IN (";
    for (const auto& id : filter.priorities) sql += between + value(id), between = ", ";
    if (!filter.priorities.empty()) sql += ")";
    between = " AND a.status IN (";
    for (auto status : filter.statuses)
        sql += between + value(status_words[status]), between = ", ";
    if (!filter.statuses.empty()) sql += ")";
    if (filter.when > 0 || filter.owner == "none")
        sql += " AND (a.status IN ('done', 'stopped')) = FALSE";
    if (filter.when == 1) sql += " AND a.deadline < " + value(today_text);
    if (filter.when == 2)
        sql += " AND coalesce(a.next_step, a.deadline, '9999-12-31') <= " + value(soon_text) +
               " AND coalesce(a.deadline, '9999-12-31') >= " + value(today_text);
    if (filter.when == 3) sql += " AND a.date_kind = 'unknown'";
    if (filter.owner == "none") sql += " AND a.owner_id IS NULL";
    if (!filter.owner.empty() && filter.owner != "none")
        sql += " AND a.owner_id = " + value(filter.owner);
    if (filter.evidence_missing) sql += " AND a.status = 'done' AND a.evidence = 0";
    return sql;
}

string order(const Filter& filter) {
    const string by_next = "coalesce(a.next_step, a.deadline, '9999-12-31'), a.position";
    switch (filter.sort) {
    case 1: return " ORDER BY w.name IS NULL, w.name, a.position";
    case 2:
        return filter.when ? " ORDER BY " + by_next
                           : " ORDER BY (a.status IN ('done', 'stopped')), " + by_next;
    case 3:
        return " ORDER BY CASE WHEN a.status = 'stopped' THEN 7 "
               "WHEN a.status = 'done' THEN CASE WHEN a.evidence = 0 THEN 5 ELSE 6 END "
               "WHEN a.deadline < '" +
               today_text +
               "' THEN 0 WHEN a.status = 'blocked' THEN 1 WHEN a.status = 'at_risk' THEN 2 "
               "WHEN a.status = 'not_started' THEN 3 ELSE 4 END, a.position";
    default: return " ORDER BY a.position";
    }
}

void bind_all(sqlite3_stmt* statement, const std::vector<string_view>& values) {
    int number = 0;
    for (auto text : values)
        sqlite3_bind_text(statement, ++number, text.data(), int(text.size()), SQLITE_STATIC);
}

void count_words(Connection& db, List& list) {
    std::vector<string_view> values{list.plan};
    const auto sql = "SELECT count(*) FROM action a " + conditions(list.filter, values);
    Rows row(db.prepare(sql), {});
    bind_all(row.statement, values);
    list.rows = row.next() ? row.number(0) : 0;
}

bool read_list(Connection& db, List& list) {
    {
        Rows plan(db.plan, {list.plan});
        if (!plan.next()) return false;
        list.title = plan.text(0), list.period = plan.text(1), list.edition = plan.text(2);
        const auto number = std::to_string(plan.number(5));
        list.reference = string(plan.text(3)) + "-" + std::to_string(plan.number(4)) + "-" +
                         string(3 - std::min<std::size_t>(3, number.size()), '0') + number;
    }
    read_sections_and_owners(db, list);
    count(db, list);
    if (!list.filter.likes.empty()) count_words(db, list);
    list.pages = std::max(1, (list.rows + rows_a_page - 1) / rows_a_page);
    list.filter.page = std::min(list.filter.page, list.pages);
    return true;
}

// -------------------------------------------------------------------------------- the table

void add_time_left(string& to, string_view deadline, const char* past = " late</span>") {
    const auto day = openmasa::day_from_iso(deadline);
    if (!day) return;
    const int days = int((*day - today).count()), apart = std::abs(days);
    add(to, R"(, <span class="om-nowrap">)");
    if (days == 0)
        add(to, "due today</span>");
    else
        add(to, apart, apart == 1 ? " day" : " days", days > 0 ? " left</span>" : past);
}

constexpr string_view dash =
    R"(<span class="om-ev om-ev--none"><span aria-hidden="true">&ndash;</span><span class="govuk-visually-hidden">)";

/// Where a line is no longer than a date, it does not break.
void add_date_words(string& to, string_view words) {
    add(to, R"(<span class="om-plan__words">)");
    if (words.find('\n') == words.npos) return add(to, Text{words}, "</span>");
    const char* between = "";
    for (auto line : openmasa::split(words, '\n')) {
        add(to, between);
        between = "<br>";
        if (line.size() > 20)
            add(to, Text{line});
        else
            add(to, R"(<span class="om-nowrap">)", Text{line}, "</span>");
    }
    add(to, "</span>");
}

/// steps, steps_done, next_step, deadline: what is done, and when the next step or the whole is
/// due.
void add_steps_or_meaning(string& to, const Rows& row, bool open, bool late) {
    const int steps = row.number(11), done = row.number(12);
    const auto deadline = row.text(9);
    const auto next = open && !late ? row.text(14) : string_view();
    const auto day = openmasa::day_from_iso(next);
    if (steps == 0)
        add(to, Text{row.text(8)});
    else if (done == steps)
        add(to, "all ", steps, " steps done");
    else
        add(to, done, " of ", steps, " steps done");
    if (day && done < steps) add(to, ", next by ", openmasa::spoken(*day));
    if (day)
        add_time_left(to, next, " ago</span>");
    else if (open)
        add_time_left(to, deadline);
}

/// id, reference, title, objective, owner, section, date_words, date_kind, date_meaning, deadline,
/// status, steps, steps_done, evidence, next_step
void add_row(string& to, const Rows& row) {
    const auto status = std::size_t(place(status_words, row.text(10)));
    const auto deadline = row.text(9), words = row.text(6);
    const int evidence = row.number(13);
    const bool open = status < 4, late = open && !deadline.empty() && deadline < today_text;
    const bool unproven = status == 4 && evidence == 0;
    add(to,
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><a class="om-plan__title govuk-link govuk-link--no-visited-state" href="/actions/)",
        row.text(0), "\">", Text{row.text(2)}, "</a><span class=\"om-plan__meta\">",
        Text{row.text(1)}, " &nbsp;", Text{row.text(3)},
        R"(</span></th><td class="govuk-table__cell om-plan__col-who" role="cell">)");
    if (!row.text(4).empty())
        add(to, "<a ", plain_link, "/owners/", row.text(15), "\">", Text{row.text(4)}, "</a>");
    else if (open)
        add(to, R"(<span class="om-ev--missing">No owner</span>)");
    else
        add(to, dash, "No owner</span></span>");
    add(to, R"(</td><td class="govuk-table__cell om-plan__col-when" role="cell">)");
    if (row.text(7) != "unknown") {
        add_date_words(to, words);
        add(to, R"( <span class="om-plan__means)", late ? " om-plan__means--late\">" : "\">");
        add_steps_or_meaning(to, row, open, late);
        add(to, "</span>");
    } else if (!open) {
        words.empty() ? add(to, dash, "No date</span></span>") : add_date_words(to, words);
    } else if (words.empty()) {
        add(to,
            R"(<span class="om-ev--missing">No date</span> <span class="om-plan__means">left blank</span>)");
    } else {
        add_date_words(to, words);
        add(to, R"( <span class="om-ev--missing">No date</span>)");
    }
    constexpr string_view css[] = {"not-started", "on-track", "at-risk",
                                   "blocked",     "done",     "stopped"};
    add(to,
        R"(</td><td class="govuk-table__cell om-plan__col-is" role="cell"><strong class="govuk-tag om-tag om-tag--)",
        late       ? "late\">Late"
        : unproven ? "unproven\">Done, no evidence"
                   : "");
    if (!late && !unproven) add(to, css[status], "\">", status_labels[status]);
    constexpr string_view set_words[] = {"not started", "in progress", "at risk", "blocked"};
    add(to, "</strong>");
    if (late) add(to, R"( <span class="om-plan__means">)", set_words[status], "</span>");
    add(to, R"(</td><td class="govuk-table__cell om-plan__col-ev" role="cell">)");
    constexpr string_view paper =
        R"(<svg viewBox="0 0 14 16" aria-hidden="true" focusable="false"><path d="M2 1h6.5L12 4.5V15H2z"/></svg>)";
    if (unproven)
        add(to, R"(<span class="om-ev om-ev--missing">)", paper, "None</span>");
    else if (evidence == 0)
        add(to, dash, "None yet</span></span>");
    else
        add(to, R"(<span class="om-ev om-ev--some">)", paper, evidence,
            R"(<span class="govuk-visually-hidden"> )", evidence == 1 ? "piece" : "pieces",
            " of evidence</span></span>");
    add(to, "</td></tr>\n");
}

void add_sorting(string& to, const List& list, int sort, string_view words, string_view said) {
    if (list.filter.sort == sort)
        return add(to, words, R"(<span class="om-quiet">, )", said, "</span>");
    auto filter = list.filter;
    filter.sort = sort;
    filter.page = 1;
    add(to, "<a href=\"");
    add_address(to, list.plan, filter);
    add(to, "\">", words, "</a>");
}

void add_table(string& to, Connection& db, const List& list) {
    const int offset = (list.filter.page - 1) * rows_a_page;
    add(to,
        R"(<table class="govuk-table om-stack om-plan" role="table"><caption class="govuk-visually-hidden">Actions )",
        offset + 1, " to ", std::min(list.rows, offset + rows_a_page), " of ", list.rows,
        R"(</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">)");
    add_sorting(to, list, 0, "Action", "in plan order");
    add(to,
        R"(</th><th scope="col" class="govuk-table__header om-plan__col-who" role="columnheader">)");
    add_sorting(to, list, 1, "Owner", "A to Z");
    add(to,
        R"(</th><th scope="col" class="govuk-table__header om-plan__col-when" role="columnheader">)");
    add_sorting(to, list, 2, "Target date", "soonest first");
    add(to,
        R"(</th><th scope="col" class="govuk-table__header om-plan__col-is" role="columnheader">)");
    add_sorting(to, list, 3, "Status", "late first");
    add(to,
        R"(</th><th scope="col" class="govuk-table__header om-plan__col-ev" role="columnheader">Evidence</th></tr></thead>
)");
    std::vector<string_view> values{list.plan};
    auto sql =
        R"(SELECT a.id, a.reference, a.title, o.title, w.name, a.section_id, a.date_words, a.date_kind,
        a.date_meaning, a.deadline, a.status, a.steps, a.steps_done, a.evidence, a.next_step, a.owner_id
        FROM action a JOIN objective o ON o.id = a.objective_id LEFT JOIN owner w ON w.id = a.owner_id )" +
        conditions(list.filter, values) + order(list.filter);
    const auto start = std::to_string(offset);
    values.push_back(start);
    sql += " LIMIT 50 OFFSET CAST(?" + std::to_string(values.size()) + " AS INTEGER)";
    Rows row(db.prepare(sql), {});
    bind_all(row.statement, values);
    string section;
    while (row.next()) {
        if (section.empty() || (list.filter.sort == 0 && section != row.text(5))) {
            if (!section.empty()) add(to, "</tbody>\n");
            section = row.text(5);
            add(to, R"(<tbody class="govuk-table__body" role="rowgroup">
)");
            const auto found = std::ranges::find(list.sections, section, &Section::id);
            if (list.filter.sort == 0 && found != list.sections.end()) {
                add(to,
                    R"(<tr role="row"><th colspan="5" scope="rowgroup" class="govuk-table__header om-plan__group" role="rowheader"><b><a class="govuk-link govuk-link--no-visited-state" href="/priorities/)",
                    section, "\">", Text{found->name}, "</a></b>");
                if (!found->owner.empty()) add(to, "<span>", Text{found->owner}, "</span>");
                add(to, "</th></tr>\n");
            }
        }
        add_row(to, row);
    }
    add(to, section.empty() ? "" : "</tbody>\n", "</table>\n");
}

// ------------------------------------------------------------------------------- the filter

void add_link(string& to, const List& list, const Filter& filter, int number, string_view words) {
    add(to, "<a ", plain_link);
    add_address(to, list.plan, filter);
    add(to, "\">", number, " ", words, "</a>");
}

void add_choice(string& to, string_view kind, string_view name, int number, string_view value,
                string_view label, int count, bool chosen) {
    add(to, R"(<div class="govuk-)", kind, R"(__item"><input class="govuk-)", kind,
        R"(__input" id=")", name, "-", number, R"(" name=")", name, R"(" type=")",
        kind == "radios" ? "radio" : "checkbox", R"(" value=")", value,
        chosen ? "\" checked>" : "\">", R"(<label class="govuk-label govuk-)", kind,
        R"(__label" for=")", name, "-", number, "\">", Text{label}, R"( <span class="om-num">)",
        count, "</span></label></div>\n");
}

void begin_choices(string& to, string_view kind, string_view legend) {
    add(to,
        R"(<div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">)",
        legend, R"(</legend>
<div class="govuk-)",
        kind, " govuk-", kind, "--small\">\n");
}
constexpr string_view end_choices = "</div></fieldset></div>\n";

void add_tag(string& to, const List& list, string_view label, Filter without) {
    without.page = 1;
    add(to, R"(<li><a class="moj-filter__tag" href=")");
    add_address(to, list.plan, without);
    add(to, R"("><span class="govuk-visually-hidden">Remove this filter:</span> )", Text{label},
        "</a></li>\n");
}

void add_tags(string& to, const List& list) {
    const auto& filter = list.filter;
    const auto tag = [&](string_view label, auto change) {
        auto without = filter;
        change(without);
        add_tag(to, list, label, std::move(without));
    };
    if (!filter.words.empty()) tag(filter.words, [](Filter& f) { f.words.clear(); });
    for (const auto& section : list.sections)
        if (std::ranges::count(filter.priorities, section.id))
            tag(section.name, [&](Filter& f) { std::erase(f.priorities, section.id); });
    for (auto status : filter.statuses)
        tag(status_labels[status], [&](Filter& f) { std::erase(f.statuses, status); });
    if (filter.when) tag(when_labels[filter.when], [](Filter& f) { f.when = 0; });
    if (!filter.owner.empty()) {
        const auto owner = std::ranges::find(list.owners, filter.owner, &Owner::id);
        tag(owner == list.owners.end() ? filter.owner == "none" ? "No owner" : "One owner"
                                       : owner->name,
            [](Filter& f) { f.owner.clear(); });
    }
    if (filter.evidence_missing)
        tag("Done without evidence", [](Filter& f) { f.evidence_missing = false; });
}

void add_chosen(string& to, const List& list) {
    if (list.filter.in_use() == 0) return;
    add(to,
        R"(<div class="moj-filter__selected"><div class="moj-filter__selected-heading"><div class="moj-filter__heading-title"><h2 class="govuk-heading-m">Selected filters</h2></div>
<div class="moj-filter__heading-action"><p><a )",
        plain_link);
    add_address(to, list.plan, {});
    add(to, R"(">Clear all</a></p></div></div>
<ul class="moj-filter-tags">
)");
    add_tags(to, list);
    add(to, "</ul></div>\n");
}

void add_owner_choice(string& to, const List& list) {
    const auto& chosen = list.filter.owner;
    add(to,
        R"(<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="owner">Owner</label><select class="govuk-select" id="owner" name="owner"><option value="")",
        chosen.empty() ? " selected" : "", R"(>Anyone</option><option value="none")",
        chosen == "none" ? " selected" : "", ">No owner</option>");
    for (const auto& owner : list.owners)
        if (owner.is_here)
            add(to, R"(<option value=")", owner.id, chosen == owner.id ? "\" selected>" : "\">",
                Text{owner.name}, "</option>");
    add(to, "</select></div>\n");
}

void add_filter(string& to, const List& list) {
    const auto& filter = list.filter;
    add(to, R"(<div class="moj-filter-layout__filter"><details class="om-fold"><summary>Filter)");
    if (const int count = filter.in_use()) add(to, ", ", count, " in use");
    add(to, R"(</summary>
<form class="moj-filter" action="/plans/)",
        list.plan, R"(/actions" method="get"><div class="moj-filter__content">
)");
    add_chosen(to, list);
    add(to, R"(<div class="moj-filter__options">
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="words">Words</label><div class="govuk-hint" id="words-hint">In the reference, title, words, owner and target date</div><input class="govuk-input" id="words" name="words" type="search" value=")",
        Text{filter.words}, "\" aria-describedby=\"words-hint\"></div>\n");
    begin_choices(to, "checkboxes", "Priority");
    int number = 0;
    for (const auto& section : list.sections)
        add_choice(to, "checkboxes", "priority", ++number, section.id, section.name,
                   section.actions, std::ranges::count(filter.priorities, section.id) > 0);
    add(to, end_choices);
    begin_choices(to, "checkboxes", "Status");
    for (std::size_t at = 0; at < std::size(status_words); ++at)
        add_choice(to, "checkboxes", "status", int(at) + 1, status_words[at], status_labels[at],
                   list.statuses[at], std::ranges::count(filter.statuses, at) > 0);
    add(to, end_choices);
    begin_choices(to, "radios", "Due");
    const int counts[] = {list.all, list.late, list.soon, list.undated};
    for (int at = 0; at < 4; ++at)
        add_choice(to, "radios", "due", at + 1, when_words[at], when_labels[at], counts[at],
                   filter.when == at);
    add(to, end_choices);
    add_owner_choice(to, list);
    begin_choices(to, "checkboxes", "Evidence");
    add_choice(to, "checkboxes", "evidence", 1, "missing", "Done without evidence", list.unproven,
               filter.evidence_missing);
    add(to, end_choices);
    if (filter.sort)
        add(to, R"(<input type="hidden" name="sort" value=")", sort_words[filter.sort], "\">");
    add(to, R"(<button type="submit" class="govuk-button">Apply filters</button>
</div></div></form></details></div>
)");
}

/// "status=in_progress&due=late"
string query_of(string_view plan, const Filter& filter) {
    string address;
    add_address(address, plan, filter);
    auto query = address.substr(std::min(address.find('?'), address.size() - 1) + 1);
    for (auto at = query.find("&amp;"); at != string::npos; at = query.find("&amp;", at + 1))
        query.erase(at + 1, 4);
    return query;
}

/// The filter once more, in a form of its own.
void add_hidden(string& to, string_view name, string_view value) {
    add(to, R"(<input type="hidden" name=")", Text{name}, R"(" value=")", Text{value}, "\">");
}

void add_kept_fields(string& to, const List& list) {
    auto kept = list.filter;
    kept.page = 1;
    const auto fields = openmasa::http::read_query(query_of(list.plan, kept));
    for (const auto& field : fields.fields()) {
        add_hidden(to, field.name, field.value);
        add(to, "\n");
    }
}

void add_quick_views(string& to, const List& list) {
    auto shown = list.filter;
    shown.page = 1, shown.sort = 0;
    const auto view = [&](string_view label, const Filter& filter, int count) {
        add(to, "<li><a href=\"");
        add_address(to, list.plan, filter);
        add(to, shown == filter ? "\" aria-current=\"page\">" : "\">", label, " <b>", count,
            "</b></a></li>\n");
    };
    add(to, R"(<nav class="om-views" aria-label="Quick views"><ul>
)");
    view("All", {}, list.all);
    view("Late", {.when = 1}, list.late);
    view("Due in 30 days", {.when = 2}, list.soon);
    view("No date", {.when = 3}, list.undated);
    view("No owner", {.owner = "none"}, list.without_owner);
    view("Done, no evidence", {.evidence_missing = true}, list.unproven);
    auto kept = list.filter;
    kept.page = 1;
    if (const auto query = query_of(list.plan, kept); !query.empty())
        add(to, R"(<li><a class="om-views__save" href="/views/new?list=actions&amp;within=)",
            list.plan, "&amp;query=", openmasa::http::percent_encoded(query),
            "\">Save this view</a></li>\n");
    add(to, "</ul></nav>\n");
}

// ----------------------------------------------------------------------- around the table

void add_pages(string& to, const List& list) {
    if (list.pages == 1) return;
    const int page = list.filter.page;
    auto filter = list.filter;
    const auto link = [&](int number) {
        filter.page = number;
        add(to, R"(<a class="govuk-link govuk-pagination__link" href=")");
        add_address(to, list.plan, filter);
    };
    add(to, "<nav class=\"govuk-pagination\" aria-label=\"Pagination\">\n");
    if (page > 1) {
        add(to, "  <div class=\"govuk-pagination__prev\">\n    ");
        link(page - 1);
        add(to, R"(" rel="prev">
      <svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"/></svg>
      <span class="govuk-pagination__link-title">Previous<span class="govuk-visually-hidden"> page</span>
      </span>
    </a>
  </div>
)");
    }
    add(to, "  <ul class=\"govuk-pagination__list\">\n");
    bool gap = false;
    for (int number = 1; number <= list.pages; ++number) {
        const bool shown = number == 1 || number == list.pages || std::abs(number - page) <= 1;
        if (shown) {
            add(to, "    <li class=\"govuk-pagination__item",
                number == page ? " govuk-pagination__item--current\">" : "\">");
            link(number);
            add(to, "\" aria-label=\"Page ", number,
                number == page ? "\" aria-current=\"page\">" : "\">", number, "</a></li>\n");
        } else if (!gap) {
            add(to,
                "    <li class=\"govuk-pagination__item govuk-pagination__item--ellipsis\">&ctdot;</li>\n");
        }
        gap = !shown;
    }
    add(to, "  </ul>\n");
    if (page < list.pages) {
        add(to, "  <div class=\"govuk-pagination__next\">\n    ");
        link(page + 1);
        add(to, R"(" rel="next">
      <span class="govuk-pagination__link-title">Next<span class="govuk-visually-hidden"> page</span>
      </span>
      <svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"/></svg>
    </a>
  </div>
)");
    }
    add(to, "</nav>\n");
}

void add_list_head(string& to, const List& list) {
    const int offset = (list.filter.page - 1) * rows_a_page;
    add(to, R"(<div class="om-listhead"><h2 class="govuk-heading-s">)");
    if (list.pages > 1)
        add(to, offset + 1, " to ", std::min(list.rows, offset + rows_a_page), " of ");
    add(to, list.rows, list.rows == 1 ? " action</h2>" : " actions</h2>");
    if (list.rows > 0) {
        add(to, R"(<ul class="om-links"><li>Download )");
        list.rows == 1 ? add(to, "it") : add(to, "these ", list.rows);
        auto whole = list.filter;
        whole.page = 1;
        add(to, ":</li>\n<li><a ", plain_link);
        add_address(to, list.plan, whole, ".xlsx");
        add(to, "\">Excel</a></li>\n<li><a ", plain_link);
        add_address(to, list.plan, whole, ".csv");
        add(to, "\">CSV</a></li>\n<li><a ", plain_link);
        add_address(to, list.plan, whole, ".json");
        add(to, "\">JSON</a></li>\n<li><a ", plain_link, "/plans/", list.plan,
            "/plan.docx\">The whole plan as Word</a></li>\n<li><a ", plain_link, "/plans/",
            list.plan, "/calendar\">Dates for a calendar</a></li>\n</ul>");
    }
    add(to, "</div>\n");
}

constexpr string_view column_boxes = R"(<div class="govuk-form-group">
<fieldset class="govuk-fieldset">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Columns of the list and its downloads</legend>
<div class="govuk-checkboxes govuk-checkboxes--small om-columns__boxes" data-module="govuk-checkboxes">
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns" name="columns" type="checkbox" value="plan">
<label class="govuk-label govuk-checkboxes__label" for="columns">
  Plan
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-2" name="columns" type="checkbox" value="priority">
<label class="govuk-label govuk-checkboxes__label" for="columns-2">
  Priority
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-3" name="columns" type="checkbox" value="objective">
<label class="govuk-label govuk-checkboxes__label" for="columns-3">
  Objective
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-4" name="columns" type="checkbox" value="reference" checked>
<label class="govuk-label govuk-checkboxes__label" for="columns-4">
  Reference
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-5" name="columns" type="checkbox" value="spoken_reference">
<label class="govuk-label govuk-checkboxes__label" for="columns-5">
  Reference to say aloud
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-6" name="columns" type="checkbox" value="action" checked>
<label class="govuk-label govuk-checkboxes__label" for="columns-6">
  Action
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-7" name="columns" type="checkbox" value="words">
<label class="govuk-label govuk-checkboxes__label" for="columns-7">
  In full
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-8" name="columns" type="checkbox" value="owner" checked>
<label class="govuk-label govuk-checkboxes__label" for="columns-8">
  Owner
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-9" name="columns" type="checkbox" value="lead">
<label class="govuk-label govuk-checkboxes__label" for="columns-9">
  Lead
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-10" name="columns" type="checkbox" value="contributors">
<label class="govuk-label govuk-checkboxes__label" for="columns-10">
  Contributors
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-11" name="columns" type="checkbox" value="waits_for">
<label class="govuk-label govuk-checkboxes__label" for="columns-11">
  Waits for
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-12" name="columns" type="checkbox" value="themes">
<label class="govuk-label govuk-checkboxes__label" for="columns-12">
  Themes
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-13" name="columns" type="checkbox" value="flourish">
<label class="govuk-label govuk-checkboxes__label" for="columns-13">
  FLOURISH domains
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-14" name="columns" type="checkbox" value="target_date" checked>
<label class="govuk-label govuk-checkboxes__label" for="columns-14">
  Target date
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-15" name="columns" type="checkbox" value="target_kind">
<label class="govuk-label govuk-checkboxes__label" for="columns-15">
  Kind of date
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-16" name="columns" type="checkbox" value="understood_as">
<label class="govuk-label govuk-checkboxes__label" for="columns-16">
  Understood as
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-17" name="columns" type="checkbox" value="earliest">
<label class="govuk-label govuk-checkboxes__label" for="columns-17">
  Earliest
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-18" name="columns" type="checkbox" value="latest">
<label class="govuk-label govuk-checkboxes__label" for="columns-18">
  Latest
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-19" name="columns" type="checkbox" value="status">
<label class="govuk-label govuk-checkboxes__label" for="columns-19">
  Status
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-20" name="columns" type="checkbox" value="standing" checked>
<label class="govuk-label govuk-checkboxes__label" for="columns-20">
  Standing
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-21" name="columns" type="checkbox" value="stopped_why">
<label class="govuk-label govuk-checkboxes__label" for="columns-21">
  Why blocked or stopped
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-22" name="columns" type="checkbox" value="steps">
<label class="govuk-label govuk-checkboxes__label" for="columns-22">
  Steps
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-23" name="columns" type="checkbox" value="steps_done">
<label class="govuk-label govuk-checkboxes__label" for="columns-23">
  Steps done
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-24" name="columns" type="checkbox" value="evidence" checked>
<label class="govuk-label govuk-checkboxes__label" for="columns-24">
  Pieces of evidence
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-25" name="columns" type="checkbox" value="last_update">
<label class="govuk-label govuk-checkboxes__label" for="columns-25">
  Last update
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-26" name="columns" type="checkbox" value="id">
<label class="govuk-label govuk-checkboxes__label" for="columns-26">
  Id
</label>
</div>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="columns-27" name="columns" type="checkbox" value="version">
<label class="govuk-label govuk-checkboxes__label" for="columns-27">
  Version
</label>
</div>
</div>
</fieldset>
</div>
<button type="submit" class="govuk-button govuk-button--secondary">Show these columns</button></form></div></details>
)";

void add_columns(string& to, const List& list) {
    add(to,
        R"(<details class="govuk-details om-plain-details om-columns"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Columns</span></summary><div class="govuk-details__text"><form action="/plans/)",
        list.plan, R"(/actions" method="get">)");
    add_kept_fields(to, list);
    add(to, column_boxes);
}

void add_day_form(string& to, const List& list) {
    add(to,
        R"(<details class="govuk-details om-plain-details om-look-back"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">See this page as it was on another day</span></summary><div class="govuk-details__text">
<form method="get" action="/plans/)",
        list.plan,
        R"(/actions"><div class="govuk-form-group"><label class="govuk-label" for="as-at">Day</label><div class="govuk-hint" id="as-at-hint">For example, 31/3/2026</div><input class="govuk-input govuk-input--width-10" id="as-at" name="as-at" type="text" value="" aria-describedby="as-at-hint" autocomplete="off"></div>)");
    const auto asked = openmasa::http::read_query(list.query);
    for (const auto& field : asked.fields()) add_hidden(to, field.name, field.value);
    add(to,
        R"(<button type="submit" class="govuk-button govuk-button--secondary">Show that day</button></form></div></details>
)");
}

void add_nothing(string& to, const List& list) {
    if (list.all == 0) return add(to, R"(<p class="govuk-body">This plan has no actions yet.</p>)");
    add(to, R"(<p class="govuk-body">No actions match )");
    if (list.filter.words.empty())
        add(to, "these filters");
    else
        add(to, "\u201c", Text{list.filter.words}, "\u201d");
    add(to, ". <a ", plain_link);
    add_address(to, list.plan, {});
    add(to, "\">Clear the filters</a> to see all ", list.all, ".</p>");
}

/// "500 actions in four priorities and Business critical activity. 124 are late, ..."
void add_sentence(string& to, const List& list) {
    constexpr string_view numbers[] = {"nought", "one",   "two",   "three", "four", "five",
                                       "six",    "seven", "eight", "nine",  "ten"};
    const auto priorities =
        std::size_t(std::ranges::count(list.sections, true, &Section::is_priority));
    std::vector<string> places, gaps;
    if (priorities > 10)
        places.push_back(std::to_string(priorities) + " priorities");
    else if (priorities > 0)
        places.push_back(string(numbers[priorities]) +
                         (priorities == 1 ? " priority" : " priorities"));
    for (const auto& section : list.sections)
        if (!section.is_priority) escape(places.emplace_back(), section.name);
    const auto gap = [&](int count, Filter filter, string_view one, string_view several) {
        if (count > 0)
            add_link(gaps.emplace_back(), list, filter, count, count == 1 ? one : several);
    };
    gap(list.late, {.when = 1}, "is late", "are late");
    gap(list.undated, {.when = 3}, "has no date", "have no date");
    gap(list.without_owner, {.owner = "none"}, "has no owner", "have no owner");
    gap(list.unproven, {.evidence_missing = true}, "is done but nothing shows it",
        "are done but nothing shows it");
    const auto join = [&](const std::vector<string>& parts) {
        for (std::size_t at = 0; at < parts.size(); ++at) {
            if (at > 0)
                add(to, parts.size() > 2 ? "," : "", at + 1 == parts.size() ? " and " : " ");
            add(to, parts[at]);
        }
    };
    add(to, list.all, list.all == 1 ? " action" : " actions", places.empty() ? "" : " in ");
    join(places);
    add(to, gaps.empty() ? "." : ". ");
    join(gaps);
    if (!gaps.empty())
        add(to, ".");
    else if (list.all > 0)
        add(to, " Nothing is late; each has a date and an owner, and what is done is shown.");
}

void add_sign_out(string& to, const List& list) {
    add(to,
        R"(<a href="/notices">New for you</a> <a href="/account">Account</a> <form class="om-inline" action="/sign-out" method="post"><input type="hidden" name="form_token" value=")",
        list.token, R"("><button type="submit" class="om-linkbutton">Sign out</button></form>)");
}

void add_bar(string& to, const List& list) {
    add(to, R"(<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<title>)",
        Text{list.title}, R"( - OpenMASA</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#123a45">
<link rel="icon" href=")",
        mark, R"(" type="image/svg+xml">
<link rel="stylesheet" href=")",
        stylesheet, R"(">
</head>
<body class="govuk-template__body om-body om-work">
<a href="#main-content" class="govuk-skip-link">Skip to main content</a>
<header class="govuk-template__header om-header"><div class="govuk-width-container om-bar">
<div class="govuk-generic-header"><div class="govuk-generic-header__container"><div class="govuk-generic-header__logo">
<a href="/" class="govuk-generic-header__homepage-link"><svg class="om-mark" viewBox="0 0 30 30" aria-hidden="true" focusable="false"><path class="om-mark__thread" d="M3 24 C9 24 8 8 15 15 S21 6 27 6"/><circle class="om-mark__node" cx="4" cy="24" r="3"/><circle class="om-mark__node" cx="15" cy="15" r="3"/><circle class="om-mark__node" cx="26" cy="6" r="3"/></svg>
<span class="om-brand"><span class="om-brand__name">OpenMASA</span><span class="om-brand__place">)",
        Text{partnership}, R"(</span></span></a>
</div></div></div>
<div class="om-tools"><form class="om-search" action="/go" method="get" role="search" aria-label="Go to a reference"><label class="govuk-visually-hidden" for="go">Go to a reference</label><input class="govuk-input" id="go" name="reference" type="text" placeholder="Go to A-2026-014" autocomplete="off" spellcheck="false"><button class="om-search__go" type="submit"><span class="govuk-visually-hidden">Go</span><svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M4 10h12M11 5l5 5-5 5"/></svg></button></form>
<div class="om-tools__who"><span>)",
        Text{list.known_as}, "</span><span>");
    add_sign_out(to, list);
    add(to, R"(</span></div></div>
</div>
<details class="om-menu"><summary>Menu</summary>
<div class="govuk-service-navigation"><div class="govuk-width-container"><div class="govuk-service-navigation__container">
<nav aria-label="Menu" class="govuk-service-navigation__wrapper"><ul class="govuk-service-navigation__list" id="navigation">
<li class="govuk-service-navigation__item"><a class="govuk-service-navigation__link" href="/">Home</a></li>
<li class="govuk-service-navigation__item govuk-service-navigation__item--active"><a class="govuk-service-navigation__link" href="/plans" aria-current="true"><strong class="govuk-service-navigation__active-fallback">Plan</strong></a></li>
<li class="govuk-service-navigation__item"><a class="govuk-service-navigation__link" href="/agencies">Agencies</a></li>
<li class="govuk-service-navigation__item"><a class="govuk-service-navigation__link" href="/clocks">Clocks</a></li>
</ul></nav></div>
<div class="om-menu__me"><form class="om-search" action="/go" method="get" role="search" aria-label="Go to a reference, in the menu"><label class="govuk-visually-hidden" for="go-menu">Go to a reference</label><input class="govuk-input" id="go-menu" name="reference" type="text" placeholder="Go to A-2026-014" autocomplete="off" spellcheck="false"><button class="om-search__go" type="submit"><span class="govuk-visually-hidden">Go</span><svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M4 10h12M11 5l5 5-5 5"/></svg></button></form>
)",
        Text{list.known_as}, "<br>");
    add_sign_out(to, list);
    add(to, "</div>\n</div></div></details>\n</header>\n");
}

void add_head(string& to, const List& list) {
    add(to, R"(<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main-content">
<div class="om-head"><div class="om-head__row"><div><h1 class="govuk-heading-l">)",
        Text{list.title}, R"(</h1><p class="om-lede">)");
    add_sentence(to, list);
    add(to, R"(</p></div></div>)");
    const bool period = !list.period.empty() && list.title.find(list.period) == string::npos;
    add(to, R"(<ul class="om-facts"><li><b>)", list.reference, "</b></li>");
    if (period) add(to, "<li>For <b>", Text{list.period}, "</b></li>");
    if (!list.edition.empty()) add(to, "<li>", Text{list.edition}, "</li>");
    add(to, R"(</ul></div>
<nav class="moj-sub-navigation" aria-label="Plan">
  <ul class="moj-sub-navigation__list">
    <li class="moj-sub-navigation__item">
      <a class="moj-sub-navigation__link" aria-current="page" href="/plans/)",
        list.plan, R"(/actions">Actions</a>
    </li>
    <li class="moj-sub-navigation__item">
      <a class="moj-sub-navigation__link" href="/plans/)",
        list.plan, R"(/board">Board</a>
    </li>
    <li class="moj-sub-navigation__item">
      <a class="moj-sub-navigation__link" href="/plans/)",
        list.plan, R"(/timeline">Timeline</a>
    </li>
    <li class="moj-sub-navigation__item">
      <a class="moj-sub-navigation__link" href="/plans/)",
        list.plan, R"(/year">Year</a>
    </li>
    <li class="moj-sub-navigation__item">
      <a class="moj-sub-navigation__link" href="/plans/)",
        list.plan, R"(/priorities">Priorities</a>
    </li>
    <li class="moj-sub-navigation__item">
      <a class="moj-sub-navigation__link" href="/plans/)",
        list.plan, R"(/changes">Changes</a>
    </li>
    <li class="moj-sub-navigation__item">
      <a class="moj-sub-navigation__link" href="/plans/)",
        list.plan, R"(/gaps">Gaps</a>
    </li>
    <li class="moj-sub-navigation__item">
      <a class="moj-sub-navigation__link" href="/plans/)",
        list.plan, R"(/editions">Editions</a>
    </li>
    <li class="moj-sub-navigation__item">
      <a class="moj-sub-navigation__link" href="/plans/)",
        list.plan, R"(/comments">Comments</a>
    </li>
  </ul>
</nav>
)");
}

string page_of(Connection& db, const List& list) {
    string page;
    page.reserve(96 * 1024);
    add_bar(page, list);
    add_head(page, list);
    add_quick_views(page, list);
    add(page, "<div class=\"moj-filter-layout\">\n");
    add_filter(page, list);
    add(page, "<div class=\"moj-filter-layout__content\">\n");
    add_list_head(page, list);
    add_columns(page, list);
    list.rows > 0 ? add_table(page, db, list) : add_nothing(page, list);
    add_pages(page, list);
    add(page, "\n</div></div>\n");
    add_day_form(page, list);
    add(page, R"(
</main>
</div>
<footer class="govuk-template__footer"><div class="govuk-footer"><div class="govuk-width-container"><div class="govuk-footer__meta"><div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
<h2 class="govuk-visually-hidden">Support links</h2>
<ul class="govuk-footer__inline-list"><li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="/help">Help</a></li><li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="/accessibility">Accessibility</a></li></ul>
</div></div></div></div></footer>
</body>
</html>
)");
    return page;
}

// ------------------------------------------------------------------------------ the server

openmasa::http::Response elsewhere(int status, string_view location) {
    openmasa::http::Response response;
    response.status = status;
    if (!location.empty()) response.set("Location", string(location));
    return response;
}

openmasa::http::Response html(string page) {
    openmasa::http::Response response;
    response.set("Content-Type", "text/html; charset=utf-8");
    response.set("Cache-Control", "no-store");
    response.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'");
    response.set("X-Content-Type-Options", "nosniff");
    response.set("X-Frame-Options", "DENY");
    response.set("Referrer-Policy", "same-origin");
    response.set("Cross-Origin-Opener-Policy", "same-origin");
    response.set("Cross-Origin-Resource-Policy", "same-origin");
    response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    response.body = std::move(page);
    return response;
}

/// Every read of one request sees one moment's state.
struct Moment {
    Connection& db;
    explicit Moment(Connection& connection) : db(connection) { Rows(db.begin, {}).next(); }
    ~Moment() {
        sqlite3_step(db.commit);
        sqlite3_reset(db.commit);
    }
};

openmasa::http::Response answer(openmasa::http::Request& request) {
    constexpr string_view start = "/plans/", end = "/actions";
    const string_view path = request.path;
    if (!path.starts_with(start) || !path.ends_with(end) || path.size() != 41)
        return elsewhere(404, "");
    const auto secret = request.cookie("openmasa_session");
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    thread_local Connection db;
    const Moment moment(db);
    List list;
    const auto hash = openmasa::sha256(secret), now_text = openmasa::iso(now);
    if (Rows session(db.session, {hash, now_text, today_text}); session.next())
        list.known_as = session.text(0);
    else
        return elsewhere(303, "/sign-in");
    list.plan = path.substr(start.size(), 26);
    list.query = request.query;
    list.filter = read_filter(openmasa::http::read_query(request.query));
    const auto nonce = openmasa::new_secret(openmasa::system_randomness());
    list.token = nonce + "." + openmasa::hmac(secret, nonce);
    if (!read_list(db, list)) return elsewhere(404, "");
    return html(page_of(db, list));
}

} // namespace

int main(int count, char** words) {
    const auto day = count == 4 ? openmasa::day_from_iso(words[3]) : std::nullopt;
    if (!day) {
        std::cerr << "handwritten DATABASE_FILE PORT TODAY\n";
        return 2;
    }
    database_file = words[1];
    today = *day;
    today_text = words[3];
    soon_text = openmasa::iso(today + std::chrono::days{30});
    stylesheet = openmasa::pages::asset_address("openmasa.css");
    mark = openmasa::pages::asset_address("mark.svg");
    Connection db;
    Rows setting(db.prepare("SELECT value FROM setting WHERE name = 'partnership'"), {});
    if (setting.next()) partnership = setting.text(0);
    openmasa::http::ServerOptions options{.port = std::uint16_t(std::atoi(words[2])), .workers = 8};
    openmasa::http::Server server(std::move(options), answer);
    server.run();
}
