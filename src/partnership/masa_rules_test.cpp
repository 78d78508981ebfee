#include "core/access/secret.hpp"
#include "partnership/masa_document.hpp"
#include "partnership/masa_rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <set>

namespace openmasa::partnership {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

template<class SomeId> SomeId new_id() {
    return SomeId::make(Moment{}, system_randomness());
}

const Day before_2023 = day(2023, 12, 14), since_2023 = day(2023, 12, 15);

TEST(MasaContents, Guidance_of_2018_asks_for_twelve_things_and_that_of_2023_for_more) {
    EXPECT_THAT(required_contents(day(2018, 7, 3)), IsEmpty());
    EXPECT_EQ(required_contents(before_2023).size(), 12u);
    EXPECT_EQ(required_contents(since_2023).size(), 20u);
    EXPECT_EQ(required_contents(day(2024, 11, 29)).size(), 21u) << "the review is a local rule";
    EXPECT_EQ(required_content("disputes", before_2023), nullptr);
    ASSERT_NE(required_content("disputes", since_2023), nullptr);
    EXPECT_EQ(required_content("disputes", since_2023)->clause, "chapter 2, paragraph 110");
}

TEST(MasaContents, Each_is_asked_for_once_on_any_day_with_its_clause_and_guidance) {
    for (auto on = day(2018, 7, 1); on < day(2027, 1, 1); on += std::chrono::days{17}) {
        std::set<std::string_view> keys;
        for (const auto* one : required_contents(on)) {
            EXPECT_TRUE(keys.insert(one->key).second) << one->key << " twice on " << iso(on);
            EXPECT_FALSE(one->clause.empty() || one->guidance.empty() || one->asks.empty());
            EXPECT_EQ(one->guidance.ends_with("2018"), on < since_2023) << one->key;
        }
    }
}

TEST(MasaRules, What_nobody_judged_is_missing_by_the_guidance_of_its_day) {
    MasaEdition edition{.id = new_id<MasaId>(), .title = "Plan", .area = "Here"};
    EXPECT_EQ(missing_contents(edition, since_2023).size(), 20u);
    edition.checks.push_back({.item = "scrutiny", .words = "Section 9"});
    EXPECT_EQ(missing_contents(edition, since_2023).size(), 19u);
    edition.published_on = day(2019, 9, 30);
    EXPECT_EQ(missing_contents(edition, since_2023).size(), 11u);
}

std::vector<Office> three_offices() {
    std::vector<Office> all;
    for (const auto* name : {"Council", "Police", "Health"})
        all.push_back({.id = new_id<OwnerId>(), .name = name, .kind = OfficeKind::lead_partner});
    return all;
}
MasaEdition complete() {
    MasaEdition edition{.id = new_id<MasaId>(), .title = "Plan", .area = "Here"};
    edition.sections.push_back({new_id<MasaPartId>(), "One", "Words"});
    for (const auto* one : required_contents(since_2023))
        edition.checks.push_back({.item = std::string(one->key), .words = "Section 1"});
    return edition;
}

TEST(MasaRules, Everything_that_is_missing_leads_to_where_it_is_mended) {
    const auto leads = three_offices();
    EXPECT_THAT(missing_for_signature(complete(), 0, leads, since_2023), IsEmpty());
    auto edition = complete();
    edition.sections.front().words = "  ";
    edition.follows = new_id<MasaId>();
    edition.checks.pop_back();
    const auto missing =
        missing_for_signature(edition, 0, {leads.begin(), leads.begin() + 2}, since_2023);
    ASSERT_EQ(missing.size(), 5u);
    EXPECT_EQ(missing[0].below, "words");
    EXPECT_EQ(missing[1].below, "change");
    EXPECT_EQ(missing[2].below, "change");
    EXPECT_EQ(missing[3].below, "checklist/secure-settings");
    EXPECT_THAT(missing[4].words, HasSubstr("Here are 2"));
    const auto with_file = missing_for_signature(edition, 1, leads, since_2023);
    ASSERT_EQ(with_file.size(), 4u) << "a file has the words, and the three are there";
    EXPECT_EQ(with_file[0].below, "sections/" + edition.sections.front().id.str())
        << "its heading would be signed as it stands";
}

TEST(MasaRules, A_section_without_words_is_named_with_the_page_where_it_is_written) {
    auto edition = complete();
    edition.sections.push_back({new_id<MasaPartId>(), "Two", "\n "});
    edition.sections.push_back({new_id<MasaPartId>(), "Three", ""});
    const auto missing = missing_for_signature(edition, 0, three_offices(), since_2023);
    ASSERT_EQ(missing.size(), 2u);
    EXPECT_EQ(missing[0].below, "sections/" + edition.sections[1].id.str());
    EXPECT_EQ(missing[0].words,
              "The section \u201cTwo\u201d has only a heading: write it, or take it away.");
    edition.sections.erase(edition.sections.begin());
    EXPECT_EQ(missing_for_signature(edition, 0, three_offices(), since_2023).size(), 1u)
        << "nothing is written yet: one sentence, not one for each heading";
}

TEST(MasaRules, The_lead_partners_of_a_day_are_those_whose_offices_are_there) {
    auto all = three_offices();
    all[2].to = day(2026, 3, 31);
    all.push_back({.id = new_id<OwnerId>(),
                   .name = "New board",
                   .kind = OfficeKind::lead_partner,
                   .from = day(2026, 4, 1)});
    all.push_back(
        {.id = new_id<OwnerId>(), .name = "Chair", .kind = OfficeKind::partnership_chair});
    EXPECT_EQ(lead_partners_on(all, day(2026, 3, 31))[2].name, "Health");
    EXPECT_EQ(lead_partners_on(all, day(2026, 4, 1))[2].name, "New board");
}

TEST(MasaRules, The_three_are_proposed_as_the_law_names_them_or_as_they_signed_before) {
    const auto offices = three_offices(); // council, police, health
    const PartnerKinds kinds = {{offices[0].id, "local_authority"},
                                {offices[1].id, "police"},
                                {offices[2].id, "care_board"}};
    using testing::ElementsAre;
    EXPECT_THAT(proposed_places(offices, kinds, {}), ElementsAre("1", "3", "2"));
    EXPECT_THAT(proposed_places(offices, {}, {}), ElementsAre("1", "2", "3"));
    EXPECT_THAT(proposed_places(offices, {{offices[2].id, "care_board"}}, {}),
                ElementsAre("2", "3", "1"));
    std::vector<signoff::Asked> last = {
        {offices[1].id, "", 1}, {offices[0].id, "", 2}, {offices[2].id, "", 2}};
    EXPECT_THAT(proposed_places(offices, kinds, last), ElementsAre("2", "1", "2"));
    last[2].office = new_id<OwnerId>();
    EXPECT_THAT(proposed_places(offices, kinds, last), ElementsAre("1", "3", "2"))
        << "other offices signed then";
}

TEST(MasaRules, Places_put_the_offices_in_order_and_what_is_no_place_is_refused) {
    const auto offices = three_offices();
    const auto asked = in_order(offices, {"3", " 1 ", "1"});
    ASSERT_TRUE(asked);
    EXPECT_EQ((*asked)[0].name, "Police");
    EXPECT_EQ((*asked)[1].name, "Health");
    EXPECT_EQ((*asked)[2].name, "Council");
    for (const auto* wrong : {"", "0", "4", "-1", "1st", "99999999999999999999"})
        EXPECT_FALSE(in_order(offices, {"1", "2", wrong})) << wrong;
    EXPECT_FALSE(in_order(offices, {"1", "2"}));
}

TEST(MasaRules, A_milestone_is_late_after_the_last_day_that_its_words_can_mean) {
    const auto agreed = day(2025, 1, 1);
    const MasaMilestone spring{.id = {}, .what = "Seats", .target = "Spring 2026"};
    EXPECT_EQ(standing(spring, agreed, day(2026, 5, 31)), MilestoneStanding::soon);
    EXPECT_EQ(standing(spring, agreed, day(2026, 6, 1)), MilestoneStanding::late);
    EXPECT_EQ(standing(spring, agreed, day(2026, 1, 1)), MilestoneStanding::later);
    EXPECT_EQ(standing({.id = {}, .what = "", .target = "ongoing"}, agreed, day(2036, 1, 1)),
              MilestoneStanding::undated);
    auto done = spring;
    done.done_on = day(2026, 7, 1);
    EXPECT_EQ(standing(done, agreed, day(2027, 1, 1)), MilestoneStanding::done);
    EXPECT_EQ(problems_with(done, day(2026, 6, 30)).front().field, "done_on");
}

TEST(MasaPlan, Every_word_of_the_database_reads_back) {
    for (const auto stage :
         {MasaStage::draft, MasaStage::consultation, MasaStage::sign_off, MasaStage::signed_by_all,
          MasaStage::published, MasaStage::superseded, MasaStage::withdrawn}) {
        MasaStage read{};
        EXPECT_TRUE(from_text(to_text(stage), read));
        EXPECT_EQ(read, stage);
        EXPECT_FALSE(spoken(stage).empty());
    }
    Consulted who{};
    EXPECT_TRUE(from_text("public", who));
    EXPECT_EQ(who, Consulted::public_at_large);
    EXPECT_FALSE(from_text("nobody", who));
}

std::string random_words(std::mt19937& chance) {
    static constexpr std::string_view letters = "ab \n\"\\<&{}";
    std::string words = "w";
    for (int left = std::uniform_int_distribution<>(0, 30)(chance); left > 0; --left) {
        const auto at = std::uniform_int_distribution<std::size_t>(0, letters.size() - 1)(chance);
        words += letters[at];
    }
    return words;
}

TEST(MasaDocument, Its_bytes_read_back_as_what_was_written_whatever_the_words) {
    std::mt19937 chance(20261129);
    for (int round = 0; round < 200; ++round) {
        MasaDocument document{.title = random_words(chance),
                              .area = random_words(chance),
                              .changed = random_words(chance),
                              .authorised = random_words(chance),
                              .number = round % 3,
                              .published_on = since_2023,
                              .signatures = {random_words(chance)},
                              .corrected = random_words(chance),
                              .corrected_why = random_words(chance)};
        for (int at = 0; at < round % 4; ++at) {
            document.sections.push_back({random_words(chance), random_words(chance)});
            document.files.push_back({random_words(chance), random_words(chance)});
        }
        document.sections.push_back({"No words", ""});
        const auto bytes = bytes_of(document);
        const auto read = document_in(bytes);
        EXPECT_EQ(bytes_of(read), bytes);
        EXPECT_EQ(read.number, document.number);
        EXPECT_EQ(read.sections.size(), document.sections.size());
        EXPECT_EQ(bytes.find('\n'), bytes.npos) << "one line";
    }
}

} // namespace
} // namespace openmasa::partnership
