#include "plan/drafting/rules.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include <fmt/format.h>

namespace openmasa::drafting {
namespace {

constexpr std::size_t longest_line = 300, longest_words = 20000;

class Problems {
public:
    void need(std::string_view field, std::string_view text, std::string_view otherwise) {
        if (trimmed(text).empty()) add(field, std::string(otherwise));
    }
    void limit(std::string_view field, std::string_view text, std::size_t most) {
        if (text.size() > most)
            add(field, fmt::format("This is too long: at most {} characters.", most));
    }
    void add(std::string_view field, std::string words) {
        problems_.push_back({std::string(field), std::move(words)});
    }
    std::vector<Problem> all() && { return std::move(problems_); }

private:
    std::vector<Problem> problems_;
};

} // namespace

std::vector<Problem> problems_with(const PlanDraft& draft) {
    Problems problems;
    problems.need("title", draft.title, "Give it a title.");
    problems.limit("title", draft.title, longest_line);
    problems.limit("period", draft.period, longest_line);
    problems.limit("new_owner", draft.owner.new_name, longest_line);
    return std::move(problems).all();
}

std::vector<Problem> problems_with(const PriorityDraft& draft) {
    Problems problems;
    problems.need("name", draft.name, "Give it a name.");
    problems.limit("name", draft.name, longest_line);
    problems.limit("remark", draft.remark, longest_line);
    problems.limit("new_owner", draft.owner.new_name, longest_line);
    problems.limit("chair", draft.chair, longest_line);
    problems.limit("difference", draft.difference, longest_words);
    return std::move(problems).all();
}

std::vector<Problem> problems_with(const ObjectiveDraft& draft) {
    Problems problems;
    problems.need("title", draft.title, "Give the objective a title.");
    problems.limit("title", draft.title, longest_line);
    problems.limit("words", draft.words, longest_words);
    return std::move(problems).all();
}

std::vector<Problem> problems_with(const ActionDraft& draft) {
    Problems problems;
    problems.need("title", draft.title, "Give the action a title.");
    problems.limit("title", draft.title, longest_line);
    problems.limit("words", draft.words, longest_words);
    problems.limit("new_owner", draft.owner.new_name, longest_line);
    problems.limit("date_words", draft.date_words, longest_line);
    if (auto why = why_no_date(draft); !why.empty() && !draft.date_words_are_meant)
        problems.add("date_words", std::move(why));
    return std::move(problems).all();
}

std::string why_no_date(const ActionDraft& draft) {
    if (draft.date_words.size() > longest_line) return {};
    const auto read = understand_date(draft.date_words);
    return plan::is_misread(read) ? read.doubt : std::string();
}

PlanDraft as_it_stands(const plan::Plan& plan) {
    return {.id = plan.id,
            .version = plan.version,
            .title = plan.title,
            .period = plan.period,
            .type = plan.type,
            .owner = {.id = plan.owner}};
}

PriorityDraft as_it_stands(const plan::Section& section) {
    return {.plan = section.plan,
            .id = section.id,
            .version = section.version,
            .name = section.name,
            .remark = section.remark,
            .is_priority = section.is_priority,
            .owner = {.id = section.owner},
            .chair = section.chair,
            .difference = section.difference};
}

ObjectiveDraft as_it_stands(const plan::Objective& objective) {
    return {.section = objective.section,
            .id = objective.id,
            .version = objective.version,
            .title = objective.title,
            .words = objective.words};
}

} // namespace openmasa::drafting
