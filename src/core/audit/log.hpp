#pragma once
// Reading the log: which entries, with what people need to understand each.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include "web/http/form.hpp"
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace openmasa::audit {

/// Which entries a page or a download shows, as its address says it. What makes no sense in an
/// address is left out.
struct LogFilter {
    std::optional<PersonId> person;
    /// What the machine's administrator did on the command line, and what nobody signed in did.
    bool nobody = false;
    std::string verb, kind;
    std::optional<Day> from, to;
    /// A record by its kind and id: also the pages of it that somebody was refused.
    std::string record_kind, record_id;
    /// Only what is older than this entry, which stood last on the page before.
    struct Place {
        Moment at{};
        std::int64_t sequence = 0;
        bool operator==(const Place&) const = default;
    };
    std::optional<Place> before;

    bool operator==(const LogFilter&) const = default;
    /// How many kinds of filter are in use.
    int in_use() const;
};

LogFilter read_log_filter(const http::Form& query);
/// The query for an address, without the record; reading it gives the same filter.
std::string to_query(const LogFilter& filter);

/// One entry with the names that go with it. Content is empty where it was destroyed, or is not
/// open to the reader.
struct LoggedAct {
    std::int64_t sequence = 0;
    Moment at{};
    std::optional<PersonId> person;
    std::string who, from, right, verb, kind, id;
    std::int64_t version = 0;
    /// What the record was after the act, and before it, as the history keeps it.
    std::string content, before;
};

inline constexpr int acts_a_page = 50;

/// The newest first; up to `most`, and one more where there is one.
std::vector<LoggedAct> read_log(store::Db& db, const LogFilter& filter, int most);
void each_logged(store::Db& db, const LogFilter& filter, int most,
                 const std::function<void(LoggedAct&&)>& take);

/// What an entry has committed to, with its salt.
struct ProvenContent {
    std::int64_t sequence = 0;
    std::string kind, id;
    std::int64_t version = 0;
    std::string salt, content;
};
/// Of the chosen entries, those whose content is there.
void each_proven_content(store::Db& db, const LogFilter& filter,
                         const std::function<void(ProvenContent&&)>& take);

struct KnownPerson {
    PersonId id;
    std::string known_as;
};
/// Everybody who has ever had an account, by name.
std::vector<KnownPerson> list_people(store::Db& db);
std::optional<std::string> name_of_person(store::Db& db, const PersonId& person);
/// The verbs and the kinds of thing that the log knows.
std::vector<std::string> list_verbs(store::Db& db);
std::vector<std::string> list_kinds(store::Db& db);
/// The newest content of a record; empty when there is none.
std::string newest_content(store::Db& db, std::string_view kind, std::string_view id);

} // namespace openmasa::audit
