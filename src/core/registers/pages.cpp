#include "core/registers/pages.hpp"
#include "core/registers/local.hpp"
#include "core/registers/preview_views.hpp"
#include "core/registers/remarks.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

http::Response reply_upload(Context& context, const Register& which, Policy policy,
                            std::vector<Problem> problems) {
    const bool has_problems = !problems.empty();
    const UploadPage page{.which = which,
                          .form_token = form_token::hidden(context),
                          .policy = policy,
                          .problems = std::move(problems)};
    return reply(context, {.title = fmt::format("Import {}", which.many),
                           .crumbs = {{std::string(which.title), std::string(which.address)}},
                           .notice = {},
                           .main = upload_view(page),
                           .has_problems = has_problems});
}

std::string preview_address(const Register& which, const RegisterImportId& id) {
    return fmt::format("{}/import/{}", which.address, id.view());
}

/// Whether somebody has to say which column of the file is which.
bool is_asked(Context& context, const Register& which, const RegisterImportId& id) {
    const auto upload = find_upload(context.db, context.scope, which, id);
    return upload && has_to_be_asked(context.db, which, upload->sheet, upload->columns);
}

std::optional<Upload> upload_of(Context& context, const Register& which) {
    const auto id = context.id<RegisterImportId>("import");
    return id ? find_upload(context.db, context.scope, which, *id) : std::nullopt;
}

/// How many columns are read, of a file that may not be the program's own.
std::size_t columns_to_tell(const Register& which, const Upload& upload) {
    const auto id = place_with(which.columns, Use::id);
    if (id < which.columns.size() && upload.columns.from[id].is_there()) return 0;
    return upload.sheet.names.size() - left_out(upload.sheet, upload.columns).size();
}

http::Response reply_preview(Context& context, const Register& which, const Upload& upload,
                             std::vector<Problem> problems) {
    auto seen = look(context.db, context.scope, which, upload.sheet, upload.columns, upload.policy);
    if (!seen) return reply_upload(context, which, upload.policy, seen.refusal().problems);
    remark_on_new_rows(context.db, context.scope, *seen, most_shown);
    const bool has_problems = !problems.empty();
    const PreviewPage page{.form_token = form_token::hidden(context),
                           .address = preview_address(which, upload.id),
                           .file_name = upload.file_name,
                           .rows = upload.sheet.rows.size(),
                           .columns = columns_to_tell(which, upload),
                           .compared_at = london_time(context.scope.now),
                           .preview = std::move(seen).value(),
                           .problems = std::move(problems)};
    return reply(context, {.title = "Check the rows before you save them",
                           .crumbs = {{std::string(which.title), std::string(which.address)},
                                      {"Import", std::string(which.address) + "/import"}},
                           .notice = {},
                           .main = preview_view(page),
                           .has_problems = has_problems});
}

/// "9 new" from new=9 of the address that an import leads to; nothing for nought.
void add_saved(std::vector<std::string>& parts, const Context& context, const char* name) {
    const auto number = context.form.text(name);
    const bool is_count = !number.empty() && number.size() < 7 && number.front() != '0' &&
                          number.find_first_not_of("0123456789") == number.npos;
    if (is_count) parts.push_back(fmt::format("{} {}", number, name));
}

} // namespace

http::Response show_upload(Context& context, const Register& own) {
    const LocalRegister local(own, context.words);
    const auto& which = *local;
    return reply_upload(context, which, Policy::stop, {});
}

http::Response post_upload(Context& context, const Register& own) {
    const LocalRegister local(own, context.words);
    const auto& which = *local;
    auto policy = Policy::stop;
    if (!from_text(context.form.text("policy"), policy))
        return reply_upload(context, which, policy,
                            {{"policy", "Choose what becomes of rows that are refused."}});
    const auto* file = context.form.file("file");
    if (!file) return reply_upload(context, which, policy, {{"file", "Choose the file."}});
    const auto kept = submit(context, [&]() -> Result<std::string> {
        const auto id =
            TRY(upload(context.db, context.scope, which, file->file_name, file->content, policy));
        return preview_address(which, id) + (is_asked(context, which, id) ? "/columns" : "");
    });
    if (kept) return see_other(*kept);
    if (kept.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_upload(context, which, policy, kept.refusal().problems);
}

http::Response show_preview(Context& context, const Register& own) {
    const LocalRegister local(own, context.words);
    const auto& which = *local;
    const auto upload = upload_of(context, which);
    if (!upload) return reply_not_found(context);
    if (upload->saved) return see_other(std::string(which.address) + "?saved=import");
    if (!keys_missing(which, upload->columns).empty())
        return see_other(preview_address(which, upload->id) + "/columns");
    return reply_preview(context, which, *upload, {});
}

http::Response post_preview(Context& context, const Register& own) {
    const LocalRegister local(own, context.words);
    const auto& which = *local;
    const auto upload = upload_of(context, which);
    if (!upload) return reply_not_found(context);
    const std::string state(context.form.text("state"));
    const auto saved = submit(context, [&]() -> Result<std::string> {
        const auto seen = TRY(confirm(context.db, context.scope, which, upload->id, state));
        return fmt::format("{}?saved=import&new={}&changed={}", which.address,
                           seen.count(Fate::added), seen.count(Fate::changed));
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_preview(context, which, *upload, saved.refusal().problems);
}

http::Response post_leave(Context& context, const Register& own) {
    const LocalRegister local(own, context.words);
    const auto& which = *local;
    const auto id = context.id<RegisterImportId>("import");
    if (!id) return reply_not_found(context);
    const auto left = submit(context, [&]() -> Result<std::string> {
        TRY(leave(context.db, context.scope, which, *id));
        return std::string(which.address) + "?left=import";
    });
    if (left) return see_other(*left);
    if (left.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return see_other(preview_address(which, *id));
}

http::Response show_saved(Context& context, const Register& own) {
    const LocalRegister local(own, context.words);
    const auto& which = *local;
    const SavedPage page{.which = which,
                         .form_token = form_token::hidden(context),
                         .imports = saved_imports(context.db, context.scope, which)};
    return reply(context, {.title = "What was imported",
                           .crumbs = {{std::string(which.title), std::string(which.address)},
                                      {"Import", std::string(which.address) + "/import"}},
                           .notice = {},
                           .main = saved_view(page)});
}

http::Response post_take_back(Context& context, const Register& own) {
    const LocalRegister local(own, context.words);
    const auto& which = *local;
    const auto id = context.id<RegisterImportId>("import");
    if (!id) return reply_not_found(context);
    const auto kept = submit(context, [&]() -> Result<std::string> {
        return preview_address(which, TRY(take_back(context.db, context.scope, which, *id)));
    });
    return kept ? see_other(*kept) : reply_not_found(context);
}

std::string notice_of_import(const Context& context) {
    if (context.form.text("left") == "import") return "Nothing was saved. The file is kept.";
    if (context.form.text("saved") != "import") return "";
    std::vector<std::string> parts;
    for (const auto* name : {"new", "changed"}) add_saved(parts, context, name);
    return parts.empty() ? "The rows are saved. Every change is in its history."
                         : fmt::format("Saved: {}.", join(parts, ", "));
}

Html download_links(std::string_view address, std::string_view query, int rows, const Html& more) {
    const auto link = [&](std::string_view format, std::string_view label) {
        return html(
            R"(<li><a class="govuk-link govuk-link--no-visited-state" href="{}.{}{}{}">{}</a></li>
)",
            address, format, query.empty() ? "" : "?", query, label);
    };
    return html(R"(<ul class="om-links"><li>Download {}:</li>
{}{}{}{}</ul>)",
                rows == 1 ? std::string("it") : fmt::format("these {}", rows),
                link("xlsx", "Excel"), link("csv", "CSV"), link("json", "JSON"), more);
}

} // namespace openmasa::registers
