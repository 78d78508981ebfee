#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "plan/recommendations/pages.hpp"
#include <algorithm>

namespace openmasa::recommendations {

SourceWords read_source(const http::Form& form) {
    const auto text = [&](std::string_view name) { return std::string(form.text(name)); };
    SourceWords source{.document = text("document"),
                       .dated = text("dated"),
                       .paragraph = text("paragraph"),
                       .words = text("words"),
                       .proposed_lead = text("proposed_lead")};
    SourceKind kind{};
    if (from_text(form.text("source_kind"), kind)) source.kind = kind;
    return source;
}

namespace {

SourceWords words_of(const Source& source) {
    return {.kind = source.kind,
            .document = source.document,
            .dated = source.dated ? openmasa::spoken(*source.dated) : std::string(),
            .paragraph = source.paragraph,
            .words = source.words,
            .proposed_lead = source.proposed_lead};
}

const Source* asked_source(const Context& context, const Whole& whole) {
    const auto id = SourceId::parse(context.captured("source"));
    const auto found = std::ranges::find(whole.sources, id.value_or(SourceId{}), &Source::id);
    return id && found != whole.sources.end() ? &*found : nullptr;
}

http::Response reply_source(Context& context, const SourcePage& page) {
    return reply_form(context, page.form, page.source ? "Put a source right" : "Add a source",
                      source_view(page));
}

constexpr auto keep = Permission::keep_recommendations;

http::Response post_source_of(Context& context, const RecommendationId& id,
                              const std::optional<SourceId>& source) {
    const auto typed = read_source(context.form);
    const auto version = version_read(context.form);
    return finish(
        context, id,
        [&] {
            return keep_source(context.db, context.scope,
                               {.id = id, .version = version, .source = source, .said = typed});
        },
        "source", keep,
        [&](Whole whole, const Refusal& refusal) {
            const bool may_be_removed = source && whole.sources.size() > 1;
            return reply_source(context, {.form = form_page(context, std::move(whole.it), &refusal),
                                          .source = source,
                                          .typed = typed,
                                          .may_be_removed = may_be_removed});
        });
}

} // namespace

http::Response show_add_source(Context& context) {
    auto whole = find_to_change(context, keep);
    if (!whole) return reply_not_found(context);
    return reply_source(context, {.form = form_page(context, std::move(whole->it)), .typed = {}});
}

http::Response show_source(Context& context) {
    auto whole = find_to_change(context, keep);
    const auto* source = whole ? asked_source(context, *whole) : nullptr;
    if (!source) return reply_not_found(context);
    SourcePage page{.form = {},
                    .source = source->id,
                    .typed = words_of(*source),
                    .may_be_removed = whole->sources.size() > 1};
    page.form = form_page(context, std::move(whole->it));
    return reply_source(context, page);
}

http::Response post_add_source(Context& context) {
    const auto id = context.id<RecommendationId>();
    return id ? post_source_of(context, *id, {}) : reply_not_found(context);
}

http::Response post_source(Context& context) {
    const auto id = context.id<RecommendationId>();
    const auto source = context.id<SourceId>("source");
    return id && source ? post_source_of(context, *id, source) : reply_not_found(context);
}

namespace {

http::Response reply_remove(Context& context, FormPage form, const SourceId& source,
                            std::string why) {
    const auto below = "sources/" + source.str() + "/remove";
    const WhyPage page{.form = std::move(form),
                       .title = "Take a source off",
                       .sentence = "For a source that should never have been there. The history "
                                   "keeps it.",
                       .button = "Take it off",
                       .below = below,
                       .why = std::move(why)};
    return reply_form(context, page.form, page.title, why_view(page));
}

} // namespace

http::Response show_remove_source(Context& context) {
    auto whole = find_to_change(context, keep);
    const auto* source = whole ? asked_source(context, *whole) : nullptr;
    if (!source) return reply_not_found(context);
    const auto id = source->id;
    return reply_remove(context, form_page(context, std::move(whole->it)), id, {});
}

http::Response post_remove_source(Context& context) {
    const auto id = context.id<RecommendationId>();
    const auto source = context.id<SourceId>("source");
    if (!id || !source) return reply_not_found(context);
    const RemoveSource command{.id = *id,
                               .version = version_read(context.form),
                               .source = *source,
                               .why = std::string(context.form.text("why"))};
    return finish(
        context, *id, [&] { return remove_source(context.db, context.scope, command); }, "source",
        keep,
        [&](Whole whole, const Refusal& refusal) {
            return reply_remove(context, form_page(context, std::move(whole.it), &refusal), *source,
                                command.why);
        });
}

} // namespace openmasa::recommendations
