#pragma once
// Asking owners how their actions stand: the nouns.
#include "core/access/scope.hpp"
#include "core/history/description.hpp"
#include "plan/plan.hpp"
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::updates {

struct RequestKind;
struct OfficeKind;
using RequestId = Id<RequestKind>;
using OfficeId = Id<OfficeKind>;

struct Request {
    RequestId id;
    plan::PlanId plan;
    std::string plan_title;
    std::optional<PersonId> asked_by;
    std::string asker;
    Moment asked_at{};
    /// The day until which answers are wanted; they are taken later, too.
    Day answer_by{};
    /// A sentence of the asker's own; may be empty.
    std::string words;
    /// When those who had not answered were last reminded by hand.
    std::optional<Day> reminded_on;
    std::optional<Moment> closed_at;
    std::int64_t version = 1;

    bool is_open() const { return !closed_at; }
};

/// What the history keeps of a request.
history::Content content_of(const Request& request);
history::Fields fields_of_request();

/// Which of an owner's open actions are asked about.
enum class Which { open, silent, due };
inline constexpr std::array all_which = {Which::open, Which::silent, Which::due};
/// "silent", for addresses.
std::string_view to_text(Which which);
bool from_text(std::string_view text, Which& which);

/// An open action that could be asked about.
struct OpenAction {
    plan::ActionId id;
    plan::SectionId section;
    plan::ObjectiveId objective;
    std::optional<OwnerId> section_owner;
    OwnerId owner;
    std::string owner_name;
    plan::Status status{};
    std::optional<Day> deadline, next_step;
    /// When something was last recorded about it; its adoption where nothing was.
    Day last_news{};
};

/// Somebody with an account who answers for an owner.
struct Acting {
    OwnerId owner;
    PersonId person;
    std::string known_as;
    Role role{};
};

/// An action that a request asks about, as it is now.
struct Asked {
    OwnerId owner;
    std::string owner_name;
    plan::ActionId id;
    std::string reference, title;
    plan::SectionId section;
    std::string section_name;
    std::optional<OwnerId> section_owner;
    plan::ObjectiveId objective;
    plan::Status status{};
    std::string stopped_why, date_words;
    std::optional<Day> deadline, next_step;
    int evidence = 0;
    std::int64_t version = 0;
    /// What was last recorded about it: when, by whom, in which words.
    std::optional<Moment> said_at;
    std::optional<PersonId> said_by;
    std::string who_said, said;
    /// Something was recorded after it was asked for.
    bool is_answered = false;
};

/// An owner who answers by a link.
struct Office {
    OfficeId id;
    RequestId request;
    OwnerId owner;
    std::string owner_name;
    std::string email;
    /// Whether a link of theirs works.
    bool has_link = false;
    /// Links given so far, and how often they were used.
    std::int64_t links = 0, uses = 0;
};

/// The links of an open request that were taken back, or ended, may be followed by another.
inline bool may_have_another_link(const Request& request, const Office& office) {
    return request.is_open() && !office.has_link && !office.email.empty();
}

/// One line of a plan's requests.
struct Listed {
    Request request;
    int actions = 0, answered = 0;
};

} // namespace openmasa::updates
