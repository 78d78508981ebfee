#include "core/registers/routes.hpp"
#include "core/registers/list_page.hpp"
#include "partnership/masa/first_page.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/module.hpp"
#include "partnership/masa/pages.hpp"
#include "partnership/masa/register_pages.hpp"
#include "partnership/masa/registers.hpp"
#include "partnership/masa_store.hpp"
#include <algorithm>

namespace openmasa::masa {
namespace {

using enum Permission;
using Signatures = registers::Pages<signature_register>;
using Comments = registers::Pages<comment_register>;

// Reading is asked again of each edition (may_see); signing needs no permission but the office.
// An edition is saved parts and all: a statement for each.
constexpr Budget saving{450};
constexpr auto from_history = Past::from_history;

constexpr registers::ImportBudgets of_files{.look = {4000}, .save = {40000}};
constexpr Route own[] = {
    {Method::Get, "/arrangements/sections", read_agencies, show_rows_of<section_register>,
     Budget{12}, from_history},
    {Method::Get, "/arrangements/checklist", read_agencies, show_rows_of<check_register>,
     Budget{12}, from_history},
    {Method::Get, "/arrangements/milestones", read_agencies, show_rows_of<milestone_register>,
     Budget{12}, from_history},
    {Method::Get, "/arrangements/consultation", read_agencies, show_rows_of<consultation_register>,
     Budget{12}, from_history},
    {Method::Get, "/arrangements/signatures", read_agencies, show_rows_of<signature_register>,
     Budget{15}, from_history},
    {Method::Get, "/arrangements/comments", read_agencies, show_rows_of<comment_register>,
     Budget{15}, from_history},
    {Method::Get, "/arrangements/comments.csv", read_agencies, Comments::csv, Budget{12},
     from_history},
    {Method::Get, "/arrangements/comments.json", read_agencies, Comments::json, Budget{12},
     from_history},
    {Method::Get, "/arrangements/comments.xlsx", read_agencies, Comments::xlsx, Budget{12},
     from_history},
    {Method::Get, "/arrangements/signatures.csv", read_agencies, Signatures::csv, Budget{12},
     from_history},
    {Method::Get, "/arrangements/signatures.json", read_agencies, Signatures::json, Budget{12},
     from_history},
    {Method::Get, "/arrangements/signatures.xlsx", read_agencies, Signatures::xlsx, Budget{12},
     from_history},
    {Method::Get, "/arrangements", read_agencies, show_list, Budget{11}, from_history},
    {Method::Get, "/arrangements/add", edit_agencies, show_begin, Budget{6}},
    {Method::Post, "/arrangements/add", edit_agencies, post_begin, saving},
    {Method::Get, "/arrangements/earlier", edit_agencies, show_earlier, Budget{4}},
    {Method::Post, "/arrangements/earlier", edit_agencies, post_earlier, saving},
    {Method::Get, "/arrangements/{id}", read_agencies, show_edition, Budget{15}, from_history},
    {Method::Get, "/arrangements/{id}/change", edit_agencies, show_say, Budget{7}},
    {Method::Post, "/arrangements/{id}/change", edit_agencies, post_say, saving},
    {Method::Post, "/arrangements/{id}/consult", edit_agencies, post_consult, saving},
    {Method::Get, "/arrangements/{id}/withdraw", edit_agencies, show_withdraw, Budget{6}},
    {Method::Post, "/arrangements/{id}/withdraw", edit_agencies, post_withdraw, saving},
    {Method::Get, "/arrangements/{id}/words", read_agencies, show_words, Budget{9}, from_history},
    {Method::Post, "/arrangements/{id}/files", edit_agencies, post_file, saving},
    {Method::Get, "/arrangements/{id}/files/{file}", read_agencies, download_file, Budget{14}},
    {Method::Post, "/arrangements/{id}/files/{file}/leave-out", edit_agencies, post_leave_out,
     saving},
    {Method::Get, "/arrangements/{id}/sections/{part}", edit_agencies, show_section, Budget{6}},
    {Method::Post, "/arrangements/{id}/sections/{part}", edit_agencies, post_section, saving},
    {Method::Get, "/arrangements/{id}/checklist", read_agencies, show_checklist, Budget{8},
     from_history},
    {Method::Get, "/arrangements/{id}/checklist/{item}", edit_agencies, show_check, Budget{6}},
    {Method::Post, "/arrangements/{id}/checklist/{item}", edit_agencies, post_check, saving},
    {Method::Get, "/arrangements/{id}/milestones/{part}", edit_agencies, show_milestone, Budget{6}},
    {Method::Post, "/arrangements/{id}/milestones/{part}", edit_agencies, post_milestone, saving},
    {Method::Get, "/arrangements/{id}/consultation/{part}", edit_agencies, show_consultation,
     Budget{6}},
    {Method::Post, "/arrangements/{id}/consultation/{part}", edit_agencies, post_consultation,
     saving},
    // Whoever may see the edition comments on it while it is out for consultation.
    {Method::Get, "/arrangements/{id}/comments", read_agencies, show_comments, Budget{9},
     from_history},
    {Method::Get, "/arrangements/{id}/sections/{part}/comments", read_agencies,
     show_section_comments, Budget{9}, from_history},
    {Method::Post, "/arrangements/{id}/sections/{part}/comments", read_agencies,
     post_section_comment, Budget{25}},
    {Method::Get, "/arrangements/{id}/comments/{comment}", edit_agencies, show_answer, Budget{8}},
    {Method::Post, "/arrangements/{id}/comments/{comment}", edit_agencies, post_answer, Budget{30}},
    {Method::Get, "/arrangements/{id}/comments/{comment}/withdraw", read_agencies,
     show_withdraw_comment, Budget{8}},
    {Method::Post, "/arrangements/{id}/comments/{comment}/withdraw", read_agencies,
     post_withdraw_comment, Budget{25}},
    {Method::Get, "/arrangements/{id}/offer", edit_agencies, show_offer, Budget{15}},
    {Method::Post, "/arrangements/{id}/offer", edit_agencies, post_offer, saving},
    {Method::Get, "/arrangements/{id}/sign", read_agencies, show_sign, Budget{14}},
    {Method::Post, "/arrangements/{id}/sign", read_agencies, post_sign, saving},
    {Method::Post, "/arrangements/{id}/send-back", read_agencies, post_send_back, saving},
    {Method::Get, "/arrangements/{id}/take-back", edit_agencies, show_take_back, Budget{6}},
    {Method::Post, "/arrangements/{id}/take-back", edit_agencies, post_take_back, saving},
    {Method::Get, "/arrangements/{id}/publish", edit_agencies, show_publish, Budget{6}},
    {Method::Post, "/arrangements/{id}/publish", edit_agencies, post_publish, Budget{900}},
    {Method::Get, "/arrangements/{id}/published", read_agencies, show_published, Budget{8},
     from_history},
    {Method::Get, "/arrangements/{id}/published/{number}", read_agencies, show_published, Budget{8},
     from_history},
    {Method::Get, "/arrangements/{id}/published/{number}/arrangements.docx", read_agencies,
     download_word, Budget{12}},
    {Method::Get, "/arrangements/{id}/published/{number}/arrangements.pdf", read_agencies,
     download_pdf, Budget{12}},
    {Method::Get, "/arrangements/{id}/published/{number}/arrangements.json", read_agencies,
     download_bytes, Budget{12}},
    {Method::Get, "/arrangements/{id}/correct", edit_agencies, show_correct, Budget{6}},
    {Method::Post, "/arrangements/{id}/correct", edit_agencies, post_correct, saving},
    {Method::Get, "/arrangements/{id}/compared", read_agencies, show_compared, Budget{12},
     from_history},
};

constexpr auto routes = registers::joined(
    registers::routes_of<"/arrangements", edition_register>(read_agencies, edit_agencies, of_files),
    registers::joined(
        registers::routes_of<"/arrangements/sections", section_register>(read_agencies,
                                                                         edit_agencies, of_files),
        registers::joined(
            registers::routes_of<"/arrangements/checklist", check_register>(
                read_agencies, edit_agencies, of_files),
            registers::joined(
                registers::routes_of<"/arrangements/milestones", milestone_register>(
                    read_agencies, edit_agencies, of_files),
                registers::joined(
                    registers::routes_of<"/arrangements/consultation", consultation_register>(
                        read_agencies, edit_agencies, of_files),
                    own)))));

std::optional<RecordPage> arrangements_page(store::Db& db, const Scope& scope,
                                            std::string_view text) {
    const auto id = MasaId::parse(text);
    const auto edition = id ? partnership::find_masa(db, scope, *id) : std::nullopt;
    if (!edition) return std::nullopt;
    return RecordPage{.address = address(*id), .is_closed = edition->stage == MasaStage::withdrawn};
}

std::vector<NamedPage> named_editions(store::Db& db, const Scope& scope,
                                      std::span<const std::string> ids) {
    std::vector<NamedPage> pages;
    for (auto& edition : partnership::list_masa(db, scope))
        if (std::ranges::count(ids, edition.id.str()))
            pages.push_back({edition.id.str(), std::move(edition.title), address(edition.id)});
    return pages;
}

constexpr RecordKind records[] = {
    {.kind = partnership::arrangements_kind, .page = arrangements_page, .named = named_editions},
};

/// A sign-off is hidden with what it is of, wherever that can be.
constexpr restriction::About own_about[] = {{"sign_off", "kind", "record_id"}};
constexpr restriction::Hangs own_hangs[] = {{"sign_off_office", "sign_off_id", "sign_off"},
                                            {"signature", "sign_off_id", "sign_off"},
                                            {"sign_off_end", "sign_off_id", "sign_off"}};

} // namespace

Module module() {
    static const views::List lists[] = {
        registers::views_of<section_register>(),   registers::views_of<check_register>(),
        registers::views_of<milestone_register>(), registers::views_of<consultation_register>(),
        registers::views_of<signature_register>(), registers::views_of<comment_register>(),
    };
    return {.name = "arrangements",
            .routes = routes,
            .records = records,
            .kinds = {.hangs = own_hangs, .about = own_about},
            .lists = lists,
            .first_page = tell_of_arrangements};
}

} // namespace openmasa::masa
