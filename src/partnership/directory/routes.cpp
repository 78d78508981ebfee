#include "core/routing/route.hpp"
#include "partnership/directory/module.hpp"
#include "partnership/directory/pages.hpp"

namespace openmasa::directory {
namespace {

using enum Permission;

constexpr Route routes[] = {
    {Method::Get, "/directory", read_agencies, show_search, Budget{15}, Past::from_history},
    {Method::Get, "/directory/people.csv", edit_agencies, download_people_csv, Budget{20},
     Past::from_history},
    {Method::Get, "/directory/people.vcf", edit_agencies, download_people_cards, Budget{20},
     Past::from_history},
    {Method::Get, "/directory/mine", own_account, show_own, Budget{9}},
    {Method::Post, "/directory/mine", own_account, post_own, Budget{24}},
    {Method::Get, "/directory/people/{id}", read_agencies, show_person, Budget{8},
     Past::from_history},
    {Method::Get, "/directory/people/{id}/card.vcf", read_agencies, download_card, Budget{12}},
    // A statement for each agency, group or office that they act for.
    {Method::Get, "/directory/people/{id}/leaves", give_accounts, show_leaving, Budget{40}},
    // Some statements for each office, seat, duty and role that ends.
    {Method::Post, "/directory/people/{id}/leaves", give_accounts, post_leaving, Budget{900}},
    {Method::Get, "/directory/lists", read_agencies, show_lists, Budget{7}},
    {Method::Get, "/directory/lists/add", edit_agencies, show_add_list, Budget{4}},
    {Method::Post, "/directory/lists/add", edit_agencies, post_add_list, Budget{400}},
    {Method::Get, "/directory/lists/{id}", read_agencies, show_list, Budget{15},
     Past::from_history},
    {Method::Get, "/directory/lists/{id}/people.csv", edit_agencies, download_list, Budget{20},
     Past::from_history},
    {Method::Get, "/directory/lists/{id}/change", edit_agencies, show_change_list, Budget{8}},
    {Method::Post, "/directory/lists/{id}/change", edit_agencies, post_change_list, Budget{400}},
    {Method::Post, "/directory/lists/{id}/withdraw", edit_agencies, post_withdraw_list,
     Budget{300}},
};

} // namespace

Module module() {
    return {.name = "directory", .routes = routes};
}

} // namespace openmasa::directory
