#include "core/audit/downloads.hpp"
#include "core/routing/reply.hpp"
#include "plan/documents/pages.hpp"
#include "plan/documents/store.hpp"
#include "plan/store.hpp"

namespace openmasa::plan_documents {
namespace {

std::optional<plan::Plan> asked_plan(Context& context) {
    const auto id = context.id<plan::PlanId>();
    return id ? plan::find_plan(context.db, context.scope, *id) : std::nullopt;
}

} // namespace

http::Response download_plan(Context& context) {
    const auto plan = asked_plan(context);
    if (!plan) return reply_not_found(context);
    auto bytes = documents::write_word(
        plan_as_word(read_plan_document(context.db, context.scope, context.settings, *plan)));
    audit::record_taken(context.db, context.scope, "plan.document_taken", "plan", plan->id.view());
    return reply_download(std::move(bytes), documents::word_media_type,
                          file_name_of(*plan, "docx"));
}

} // namespace openmasa::plan_documents
