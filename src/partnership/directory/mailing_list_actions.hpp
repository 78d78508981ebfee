#pragma once
// Use cases: a mailing list is added, changed and withdrawn. Inside submit() or atomically().
#include "kernel/result.hpp"
#include "partnership/directory/mailing_list.hpp"
#include "store/db.hpp"

namespace openmasa::directory {

inline constexpr std::size_t longest_list_name = 120, longest_list_purpose = 1000;

/// As typed: the kinds by their texts, a group a line, "name: reason" a line.
struct TypedList {
    std::string name, purpose;
    std::vector<std::string> office_kinds, chair_kinds;
    bool section_11_leads = false, with_deputies = false;
    std::string groups, left_out;
    std::int64_t version = 0;
};
TypedList typed_of(const MailingList& list);

/// Refused with every problem by its field: "name", "purpose", "groups", "left_out"; without a
/// field where the rule leads to nobody.
Result<MailingList> add_list(store::Db& db, const Scope& scope, const TypedList& typed);
Result<Done> change_list(store::Db& db, const Scope& scope, const MailingListId& id,
                         const TypedList& typed);
/// It is gone from the lists; its history stays.
Result<Done> withdraw_list(store::Db& db, const Scope& scope, const MailingListId& id,
                           std::int64_t version);

} // namespace openmasa::directory
