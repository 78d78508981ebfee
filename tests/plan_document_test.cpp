// A plan leaves as a Word document and comes back: by the features themselves, which know nothing
// of each other, and by real requests.
#include "core/documents/word_file.hpp"
#include "core/exchange/word.hpp"
#include "core/exchange/word_archive.hpp"
#include "kernel/text.hpp"
#include "plan/documents/plan_word.hpp"
#include "plan/imports/matching.hpp"
#include "plan/imports/reading.hpp"
#include "plan/imports/unchanged.hpp"
#include "program.hpp"
#include "restricted.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace openmasa {
namespace {

using imports::Fate;
using plan_documents::PlanDocument;
using testing::HasSubstr;
using testing::Not;

// ------------------------------------------------------------------------------- pure round trips

struct ReadAgain {
    imports::Draft draft;
    imports::Existing existing;
    imports::Comparison comparison;
    bool nothing_to_save = false;
};

imports::Draft drafted(const std::string& bytes) {
    auto document = word::read_word(bytes);
    if (!document) {
        ADD_FAILURE() << document.refusal().problems.at(0).words;
        return {};
    }
    auto draft = imports::read_plan(*document);
    if (draft) return std::move(draft).value();
    ADD_FAILURE() << draft.refusal().problems.at(0).words;
    return {};
}

ReadAgain read_again(const PlanDocument& document) {
    ReadAgain again{
        .draft = drafted(documents::write_word(plan_documents::plan_as_word(document))),
        .existing = {document.plan, document.sections, document.objectives, document.actions},
        .comparison = {}};
    again.comparison = imports::compare(again.draft, again.existing);
    again.nothing_to_save = imports::changes_nothing(again.draft, again.existing, again.comparison);
    return again;
}

/// What an import would change, for the message of a test that fails.
std::string changes(const ReadAgain& again) {
    std::string all;
    for (const auto& match : again.comparison.matches) {
        if (match.fate == Fate::same) continue;
        all += fmt::format("{}:", imports::name(match.fate));
        for (const auto& change : match.changes)
            all += fmt::format(" {} [{}] -> [{}]", change.name, change.was, change.now);
        all += "\n";
    }
    return shortened(all, 2000);
}

/// Words that would be something else in another document: lists, headings, owners, Markdown, XML,
/// dates, what only lays out, what runs from the right.
const std::vector<std::string> hostile = {
    "",
    "Objective",
    "Action",
    "Target date",
    "Owner: Somebody else",
    "Chair:",
    "What difference will we see?",
    "Priority 1: Neglect (as of June 2025)",
    "(continued)",
    "Scoping, cont.",
    "and so on",
    "**bold** and *slanted* words*",
    "5*3 __init__ `x`",
    "- a dash",
    "-a",
    "\u2022 a bullet",
    "\u2022no space",
    "\u2022",
    "o small letter",
    "1. a number",
    "? lost bullet",
    "\u2013 Jun 22",
    "<b>&amp;&quot;</b> \"quoted\" 'single' \u201Ccurly\u201D ]]>",
    "<w:p/>",
    "&#0; &#xFFFF;",
    "tab\tbetween",
    "two  spaces",
    "no\u00A0break \u2011 soft\u00ADhyphen zero\u200Bwidth \uFEFFmark \u2060joiner",
    "\u202Eturned\u202C",
    "\u05E9\u05DC\u05D5\u05DD \u0633\u0644\u0627\u0645",
    "\u0633\u0644\u0627\u0645: Prevent",
    "\U0001F9D2 child",
    "Prevent: Young people are safe.",
    "31 Jan 2026",
    "Mid Nov 21",
    "Spring \u2013 Summer 2026",
    "From: Autumn 2026",
    "Dec 2025 - ongoing",
    "Quarterly",
    "TBA",
    "30 Jun 2026\n30 Sep 2026\n31 Dec 2026",
    "as soon as possible",
    "line one\nline two",
    "a paragraph\n\nafter an empty line",
    "Stopped",
    "VA 3",
    std::string(4000, 'x'),
};

class Hostile {
public:
    explicit Hostile(unsigned seed) : random_(seed) {}
    std::size_t below(std::size_t most) { return random_() % most; }
    /// One to four of them, as one text; never blank.
    std::string words() {
        static constexpr std::string_view between[] = {" ", "\n", "\n\u2022 ", "", "\n\n"};
        std::string text = one();
        for (auto more = below(4); more > 0; --more) text += std::string(between[below(5)]) + one();
        text = trimmed(text);
        return text.empty() ? "words" : text;
    }
    std::string line() { return one_line(words()); }
    std::string words_or_none() { return below(3) ? words() : std::string(); }
    template<class SomeId> SomeId id() { return SomeId::make(Moment{}, system_randomness()); }

private:
    const std::string& one() { return hostile[below(hostile.size())]; }
    std::mt19937 random_;
};

void add_actions(Hostile& any, PlanDocument& document, const plan::Objective& objective) {
    for (auto actions = any.below(5); actions > 0; --actions) {
        plan::Action action;
        action.id = any.id<plan::ActionId>();
        action.section = objective.section;
        action.objective = objective.id;
        action.position = int(document.actions.size()) + 1;
        action.reference = fmt::format("{} {}", any.line(), action.position);
        action.words = any.words_or_none();
        action.title = any.below(2) ? shortened(one_line(action.words), 160) : any.line();
        if (action.title.empty()) action.title = "A title alone";
        if (any.below(3)) action.owner_name = any.line();
        action.target = plan::target_day(understand_date(any.words_or_none()));
        if (any.below(3) == 0) action.lead_name = any.line();
        if (any.below(3) == 0)
            action.contributors =
                document.owners.begin()->first.str() + " " + document.owners.rbegin()->first.str();
        if (!document.actions.empty() && any.below(3) == 0)
            action.waits_for = document.actions.front().id.str();
        action.status = plan::all_statuses[any.below(plan::all_statuses.size())];
        action.steps = int(any.below(4));
        if (action.status == plan::Status::stopped) action.stopped_why = any.words();
        document.actions.push_back(std::move(action));
    }
}

void add_objectives(Hostile& any, PlanDocument& document, const plan::Section& section) {
    const auto count = int(any.below(4));
    for (int at = 0; at < count; ++at) {
        plan::Objective objective;
        objective.id = any.id<plan::ObjectiveId>();
        objective.section = section.id;
        objective.position = at;
        objective.words = any.words_or_none();
        const auto first_line = objective.words.substr(0, objective.words.find('\n'));
        const auto colon = first_line.find(':');
        objective.title = any.below(2) && colon != first_line.npos && colon > 0
                              ? std::string(trimmed(first_line.substr(0, colon)))
                              : any.line();
        add_actions(any, document, objective);
        document.objectives.push_back(std::move(objective));
    }
}

PlanDocument any_plan(unsigned seed) {
    Hostile any(seed);
    PlanDocument document{.partnership = any.line(), .today = day(2026, 1, 22)};
    for (int at = 0; at < 3; ++at) document.owners[any.id<OwnerId>()] = any.line();
    document.plan = {.id = any.id<plan::PlanId>(), .title = any.line()};
    if (any.below(2)) document.plan.period = any.line();
    if (any.below(2)) document.plan.edition = any.line();
    const auto count = int(any.below(4));
    for (int at = 0; at < count; ++at) {
        plan::Section section;
        section.id = any.id<plan::SectionId>();
        section.position = at;
        section.name = any.line();
        section.code = fmt::format("Q{}Z{}", at, seed);
        section.is_priority = any.below(2) == 0;
        if (any.below(2)) section.remark = any.line();
        if (any.below(2)) section.owner_name = any.line();
        if (any.below(2)) section.chair = any.line();
        section.difference = any.words_or_none();
        section.prevalence = any.words_or_none();
        section.impact = any.words_or_none();
        add_objectives(any, document, section);
        document.sections.push_back(std::move(section));
    }
    return document;
}

TEST(Plan_as_word, Every_plan_imported_again_is_all_the_same_and_there_is_nothing_to_save) {
    std::size_t actions = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        const auto document = any_plan(seed);
        const auto again = read_again(document);
        ASSERT_EQ(std::size_t(again.comparison.count(Fate::same)), document.actions.size())
            << "seed " << seed << "\n"
            << changes(again);
        ASSERT_TRUE(again.nothing_to_save) << "seed " << seed;
        actions += document.actions.size();
    }
    EXPECT_GT(actions, 500u);
}

TEST(Plan_as_word, What_each_part_is_comes_back_where_the_plan_is_not_known) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const auto document = any_plan(seed);
        const auto draft = drafted(documents::write_word(plan_documents::plan_as_word(document)));
        EXPECT_EQ(draft.title, document.plan.title);
        ASSERT_EQ(draft.sections.size(), document.sections.size());
        std::size_t at = 0;
        for (const auto& section : draft.sections) {
            EXPECT_EQ(section.is_priority,
                      document.sections[&section - draft.sections.data()].is_priority);
            for (const auto& objective : section.objectives)
                for (const auto& action : objective.actions) {
                    const auto& was = document.actions[at++];
                    EXPECT_EQ(action.reference, was.reference);
                    EXPECT_EQ(action.owner, was.owner_name.value_or(""));
                    EXPECT_EQ(int(action.status.value_or(imports::Status::not_started)),
                              int(was.status));
                }
        }
        EXPECT_EQ(at, document.actions.size());
    }
}

TEST(Plan_as_word, A_part_withdrawn_earlier_under_the_same_name_is_not_taken_for_the_one_there) {
    auto document = any_plan(3);
    for (unsigned seed = 4; document.actions.empty(); ++seed) document = any_plan(seed);
    auto again = read_again(document);
    const auto old_section = [&] {
        auto old = document.sections.front();
        old.id = plan::SectionId::make(Moment{}, system_randomness());
        old.withdrawn = true;
        return old;
    }();
    auto old_objective = document.objectives.front();
    old_objective.id = plan::ObjectiveId::make(Moment{}, system_randomness());
    old_objective.withdrawn = true;
    again.existing.sections.insert(again.existing.sections.begin(), old_section);
    again.existing.objectives.insert(again.existing.objectives.begin(), old_objective);
    const auto compared = imports::compare(again.draft, again.existing);
    EXPECT_EQ(std::size_t(compared.count(Fate::same)), document.actions.size());
    EXPECT_TRUE(imports::changes_nothing(again.draft, again.existing, compared));
}

// ----------------------------------------------------------------------------------- by requests

class PlanDocuments : public Restricted {
protected:
    std::string address() { return "/plans/" + t().plan.id.str() + "/plan.docx"; }
    std::string bytes(const Scope& who) { return program.get(&who, address()).body; }
    std::string xml(const Scope& who) {
        const auto file = bytes(who);
        auto archive = word::Archive::open(file);
        auto part = archive ? archive->read("word/document.xml") : Result<std::string>(not_found());
        return part ? *part : "(no Word file)";
    }
};

TEST_F(PlanDocuments, The_plan_leaves_as_a_word_file_and_the_log_says_so_before_it_does) {
    const auto file = program.get(&t().reader, address());
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(Program::header(file, "Content-Type"), documents::word_media_type);
    EXPECT_THAT(Program::header(file, "Content-Disposition"),
                HasSubstr("business-plan-b-2025-to-2026.docx"));
    EXPECT_THAT(program.get(&t().unit, "/audit/records/plan/" + t().plan.id.str()).body,
                HasSubstr("as a document"));
}

TEST_F(PlanDocuments, Imported_again_by_whoever_reads_it_all_is_the_same) {
    const auto draft = drafted(bytes(t().unit));
    const auto again =
        imports::compare(draft, {t().plan, plan::all_sections_of(t().db, t().plan.id),
                                 plan::all_objectives_of(t().db, t().plan.id),
                                 plan::all_actions_of(t().db, t().plan.id)});
    EXPECT_EQ(again.count(Fate::same), 11);
    EXPECT_EQ(again.count(Fate::same), int(again.matches.size()));
}

TEST_F(PlanDocuments, What_is_withdrawn_or_restricted_from_the_reader_is_not_in_it) {
    EXPECT_THAT(xml(t().reader), HasSubstr("Map &lt;b&gt;&amp; partners"));
    EXPECT_THAT(xml(t().reader), Not(HasSubstr("Count the leaflets")));
    add_secret();
    EXPECT_THAT(xml(t().reader), HasSubstr(canary));
    restrict_secret();
    EXPECT_THAT(xml(t().reader), Not(HasSubstr(canary)));
    EXPECT_THAT(xml(program.guest), HasSubstr("Map &lt;b&gt;&amp; partners"));
    EXPECT_THAT(xml(program.guest), Not(HasSubstr("Publish the practice guide")));
}

TEST_F(PlanDocuments, A_plan_that_is_not_there_and_one_that_is_not_theirs_are_the_same_page) {
    const auto none = program.get(&t().reader, "/plans/" + t().late.str() + "/plan.docx");
    EXPECT_EQ(none.status, 404);
    EXPECT_EQ(program.get(&t().outsider, address()).status, 404);
    EXPECT_EQ(program.get(nullptr, address()).status, 303);
}

TEST_F(PlanDocuments, As_it_stood_on_a_day_is_a_question_of_the_address) {
    const auto then = program.get(&t().reader, address() + "?as-at=2020-01-01");
    EXPECT_EQ(then.status, 404);
    const auto now = program.get(&t().reader, address() + "?as-at=2026-01-22");
    EXPECT_EQ(now.status, 200);
}

} // namespace
} // namespace openmasa
