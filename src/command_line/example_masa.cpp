#include "command_line/example_masa.hpp"
#include "command_line/example_rows.hpp"
#include "core/access/store.hpp"
#include "core/accounts/store.hpp"
#include "core/exchange/csv.hpp"
#include "kernel/text.hpp"
#include "partnership/masa/publishing.hpp"
#include "partnership/masa_store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::command_line {
namespace {

using masa::MasaEdition;
using masa::MasaId;
using masa::MasaPartId;

/// The rows of a file in which a column names the edition.
struct Rows {
    csv::Table table;

    std::string cell(std::size_t row, std::string_view column) const {
        return std::string(table.cell(row, column));
    }
    template<class Work> Result<Done> each_of(const std::string& edition, Work work) const {
        for (std::size_t row = 0; row < table.rows(); ++row)
            if (cell(row, "edition") == edition) TRY(work(row));
        return Done{};
    }
};

Result<Rows> read_rows(const std::string& folder, std::string_view what) {
    auto table =
        TRY(csv::Table::read(read_whole_file(fmt::format("{}/arrangements{}.csv", folder, what))));
    return Rows{std::move(table)};
}

/// The files, and the edition that is being filled in.
struct Files {
    Rows editions, sections, checks, milestones, consultation;
};

Result<Files> read_files(const std::string& folder) {
    auto editions = TRY(read_rows(folder, ""));
    auto sections = TRY(read_rows(folder, "-sections"));
    auto checks = TRY(read_rows(folder, "-checks"));
    auto milestones = TRY(read_rows(folder, "-milestones"));
    auto consultation = TRY(read_rows(folder, "-consultation"));
    return Files{std::move(editions), std::move(sections), std::move(checks), std::move(milestones),
                 std::move(consultation)};
}

Result<masa::Read> newest(store::Db& db, const Scope& scope, const MasaId& id) {
    const auto edition = partnership::find_masa(db, scope, id);
    if (!edition) return not_found();
    return masa::Read{id, edition->version};
}

Result<MasaId> record_published(store::Db& db, const Scope& scope, const Files& files,
                                std::size_t row) {
    const auto title = files.editions.cell(row, "edition");
    masa::Earlier command{.title = title,
                          .area = files.editions.cell(row, "area"),
                          .published_on = files.editions.cell(row, "published_on"),
                          .signed_by = files.editions.cell(row, "signed_by"),
                          .sections = {}};
    TRY(files.sections.each_of(title, [&](std::size_t at) -> Result<Done> {
        command.sections.push_back(
            {files.sections.cell(at, "heading"), files.sections.cell(at, "words")});
        return Done{};
    }));
    return masa::record_earlier(db, scope, command);
}

/// Where a section of that heading stands already its words are changed, else it is added.
Result<Done> write_section(store::Db& db, const Scope& scope, const MasaId& id,
                           const std::string& heading, const std::string& words) {
    const auto edition = partnership::find_masa(db, scope, id);
    masa::MasaSection section{scope.new_id<MasaPartId>(), heading, words};
    const auto known = std::ranges::find(edition->sections, heading, &masa::MasaSection::heading);
    if (known != edition->sections.end()) section.id = known->id;
    return masa::write(db, scope,
                       masa::WriteSection{{id, edition->version}, std::move(section), {}});
}

Result<MasaId> begin_next(store::Db& db, const Scope& scope, const Files& files, std::size_t row) {
    const auto title = files.editions.cell(row, "edition");
    const auto id =
        TRY(masa::begin(db, scope, {.title = title, .area = files.editions.cell(row, "area")}));
    TRY(files.sections.each_of(title, [&](std::size_t at) -> Result<Done> {
        return write_section(db, scope, id, files.sections.cell(at, "heading"),
                             files.sections.cell(at, "words"));
    }));
    const auto authority = access::find_owner(db, files.editions.cell(row, "authorised_by"));
    const auto read = TRY(newest(db, scope, id));
    TRY(masa::say(db, scope,
                  {.read = read,
                   .title = title,
                   .area = files.editions.cell(row, "area"),
                   .changed = files.editions.cell(row, "changed"),
                   .changed_why = files.editions.cell(row, "changed_why"),
                   .authorised_by = authority ? authority->id.str() : "",
                   .authorised_on = files.editions.cell(row, "authorised_on"),
                   .minute = files.editions.cell(row, "minute")}));
    const auto again = TRY(newest(db, scope, id));
    TRY(masa::consult(db, scope, again));
    return id;
}

Result<Done> judge_all(store::Db& db, const Scope& scope, const Rows& rows,
                       const std::string& title, const MasaId& id) {
    return rows.each_of(title, [&](std::size_t at) -> Result<Done> {
        masa::Judge command{.read = TRY(newest(db, scope, id)),
                            .item = rows.cell(at, "item"),
                            .judged = {},
                            .words = rows.cell(at, "words")};
        masa::MasaCheck::Judged judged{};
        if (from_text(rows.cell(at, "judged"), judged)) command.judged = judged;
        return masa::judge(db, scope, command);
    });
}

Result<Done> add_milestones(store::Db& db, const Scope& scope, const Rows& rows,
                            const std::string& title, const MasaId& id) {
    return rows.each_of(title, [&](std::size_t at) -> Result<Done> {
        masa::WriteMilestone command{.read = TRY(newest(db, scope, id)),
                                     .milestone = {.id = scope.new_id<MasaPartId>(),
                                                   .what = rows.cell(at, "what"),
                                                   .target = rows.cell(at, "target"),
                                                   .note = rows.cell(at, "note")},
                                     .done_on = rows.cell(at, "done_on")};
        return masa::write(db, scope, command);
    });
}

Result<Done> add_consultation(store::Db& db, const Scope& scope, const Rows& rows,
                              const std::string& title, const MasaId& id) {
    return rows.each_of(title, [&](std::size_t at) -> Result<Done> {
        masa::WriteConsultation command{
            .read = TRY(newest(db, scope, id)),
            .consultation = {.id = scope.new_id<MasaPartId>(),
                             .whom = rows.cell(at, "whom"),
                             .when = rows.cell(at, "when"),
                             .how = rows.cell(at, "how"),
                             .said = rows.cell(at, "said"),
                             .came_of_it = rows.cell(at, "came_of_it")}};
        from_text(rows.cell(at, "kind"), command.consultation.kind);
        return masa::write(db, scope, command);
    });
}

Result<Done> add_edition(store::Db& db, const Scope& scope, const Files& files, std::size_t row) {
    const auto title = files.editions.cell(row, "edition");
    const bool was_published = !files.editions.cell(row, "published_on").empty();
    const auto id = was_published ? TRY(record_published(db, scope, files, row))
                                  : TRY(begin_next(db, scope, files, row));
    TRY(judge_all(db, scope, files.checks, title, id));
    TRY(add_milestones(db, scope, files.milestones, title, id));
    return add_consultation(db, scope, files.consultation, title, id);
}

/// In the name of the head of delivery, who keeps the arrangements.
Scope as_writer(store::Db& db, Scope scope) {
    constexpr std::string_view writer = "Head of delivery, business unit";
    for (const auto& account : accounts::list_accounts(db)) {
        if (account.known_as != writer) continue;
        scope.person = account.person;
        scope.known_as = account.known_as;
    }
    return scope;
}

} // namespace

Result<Done> add_arrangements(store::Db& db, const Scope& by_machine, const std::string& folder) {
    const auto scope = as_writer(db, by_machine);
    const auto files = TRY(read_files(folder));
    return db.atomically([&]() -> Result<Done> {
        for (std::size_t row = 0; row < files.editions.table.rows(); ++row)
            TRY(add_edition(db, scope, files, row));
        return Done{};
    });
}

} // namespace openmasa::command_line
