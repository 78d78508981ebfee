#include "core/accounts/housekeeping.hpp"
#include "core/accounts/rules.hpp"

namespace openmasa::accounts {
namespace {

using store::None;
using store::Query;

constexpr Query<None(Moment)> delete_sessions{
    "accounts.tidy_sessions",
    "DELETE FROM session WHERE expires_at < $1 OR (ended_at IS NOT NULL AND ended_at < $1)"};
constexpr Query<None(Moment)> delete_invitations{
    "accounts.tidy_invitations",
    "DELETE FROM invitation WHERE expires_at < $1 OR (used_at IS NOT NULL AND used_at < $1)"};
constexpr Query<None(Moment)> delete_failures{"accounts.tidy_failures",
                                              "DELETE FROM failed_sign_in WHERE at < $1"};
constexpr Query<None(Moment)> delete_halves{"accounts.tidy_half_sign_ins",
                                            "DELETE FROM half_sign_in WHERE expires_at < $1"};
constexpr Query<None(Moment)> delete_kept{"accounts.tidy_kept_forms",
                                          "DELETE FROM kept_form WHERE expires_at < $1"};
constexpr Query<None(Moment)> delete_spent{"accounts.tidy_spent_forms",
                                           "DELETE FROM spent_form WHERE at < $1"};

} // namespace

Result<Tidied> tidy_up(store::Db& db, Moment now) {
    return db.atomically([&]() -> Result<Tidied> {
        return Tidied{.sessions = db.run(delete_sessions, now - sessions_are_kept),
                      .links = db.run(delete_invitations, now - sessions_are_kept),
                      .failures = db.run(delete_failures, now - 2 * rate_window),
                      .half_sign_ins = db.run(delete_halves, now),
                      .kept_forms = db.run(delete_kept, now),
                      .spent_forms = db.run(delete_spent, now - spent_forms_are_kept)};
    });
}

} // namespace openmasa::accounts
