#include "partnership/agencies/categories.hpp"
#include "partnership/agencies/rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace openmasa::agencies {
namespace {

using enum AskedUnder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> fields_of(const std::vector<Problem>& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
}
std::string refusal_of(std::string_view lines) {
    const auto read = read_categories(lines);
    return read ? "" : read.refusal().problems.front().words;
}
Agency school(std::string categories) {
    return {.name = "A school",
            .sector = "Education",
            .kind = AgencyKind::education,
            .phase = Phase::primary,
            .categories = std::move(categories)};
}

TEST(Categories, Each_has_one_name_and_what_was_not_read_says_so) {
    std::set<std::string_view> names;
    for (const auto& one : all_categories()) {
        EXPECT_TRUE(names.insert(one.name).second) << one.name;
        EXPECT_EQ(find_category(one.name), &one);
        EXPECT_FALSE(one.clause.empty());
        EXPECT_EQ(one.to_be_checked, one.part != "Education and childcare") << one.name;
    }
    EXPECT_GE(names.size(), 37u);
}

TEST(Categories, Lines_are_read_with_their_days_and_written_in_one_form) {
    const auto read =
        read_categories("academy from 1 September 2024\n\n Children's centre to "
                        "31/08/2026\nmaintained school, from 2018-06-29 to 2024-08-31");
    ASSERT_TRUE(read);
    EXPECT_EQ(written(*read), "Academy from 2024-09-01\nChildren's centre to 2026-08-31\n"
                              "Maintained school from 2018-06-29 to 2024-08-31");
    EXPECT_EQ(written(*read_categories(written(*read))), written(*read));
    EXPECT_EQ(written(*read_categories("16 to 19 academy from 2024-09-01")),
              "16 to 19 academy from 2024-09-01");
    EXPECT_EQ(written(*read_categories("16 to 19 academy to 2026-09-01")),
              "16 to 19 academy to 2026-09-01");
}

TEST(Categories, What_is_none_overlaps_or_runs_backwards_is_refused_in_words) {
    EXPECT_THAT(refusal_of("Akademy"), HasSubstr("is no category of the 2018 Regulations"));
    EXPECT_THAT(refusal_of("Academy from soon"), HasSubstr("is no day"));
    EXPECT_THAT(refusal_of("Academy from 2024-09-01 to 2024-08-31"),
                HasSubstr("the last day is before the first"));
    EXPECT_THAT(refusal_of("Academy\nAcademy from 2024-09-01"), HasSubstr("stands twice"));
    EXPECT_EQ(refusal_of("Academy to 2024-08-31\nAcademy from 2024-09-01"), "");
}

TEST(Categories, On_a_day_it_is_of_those_whose_days_hold_it) {
    const auto all = categories_in("Maintained school to 2024-08-31\nAcademy from 2024-09-01");
    ASSERT_EQ(on_day(all, day(2024, 8, 31)).size(), 1u);
    EXPECT_EQ(on_day(all, day(2024, 8, 31)).front()->name, "Maintained school");
    EXPECT_EQ(on_day(all, day(2024, 9, 1)).front()->name, "Academy");
}

TEST(Categories, Duties_follow_from_kind_phase_and_category) {
    EXPECT_EQ(follows(section_11, {.kind = AgencyKind::police}), true);
    EXPECT_EQ(follows(section_175, {.kind = AgencyKind::local_authority}), true);
    EXPECT_EQ(follows(section_175, {.phase = Phase::further}), true);
    EXPECT_EQ(follows(section_157, {.categories = {find_category("Academy")}}), true);
    EXPECT_EQ(follows(section_11, {.categories = {find_category("Academy")}}), false);
    EXPECT_EQ(follows(section_11, {.kind = AgencyKind::voluntary}), std::nullopt);
    EXPECT_THAT(grounds(section_11, {.categories = {find_category("NHS trust")}}),
                ElementsAre("NHS trust"));
}

TEST(Categories, Another_duty_than_follows_needs_a_reason) {
    auto agency = school("Maintained school");
    const auto today = day(2026, 1, 22);
    EXPECT_THAT(fields_of(problems_with_duties(agency, today)), ElementsAre("duty_reason"));
    ask_what_follows(agency, today);
    EXPECT_TRUE(agency.section_175);
    EXPECT_THAT(problems_with_duties(agency, today), IsEmpty());
    agency.section_11 = true;
    EXPECT_THAT(problems_with_duties(agency, today).front().words,
                HasSubstr("does not follow from what it is"));
    agency.duty_reason = "Asked with the others of its trust";
    EXPECT_THAT(problems_with_duties(agency, today), IsEmpty());
}

TEST(Categories, Only_education_has_a_phase) {
    auto agency = school("");
    EXPECT_THAT(problems_with(agency), IsEmpty());
    agency.kind = AgencyKind::secure_setting;
    EXPECT_THAT(fields_of(problems_with(agency)), ElementsAre("phase"));
}

TEST(Kinds, Texts_are_read_back_and_the_statutory_partners_are_three) {
    int partners = 0;
    for (auto kind : all_agency_kinds) {
        AgencyKind read{};
        EXPECT_TRUE(from_text(to_text(kind), read));
        EXPECT_EQ(read, kind);
        partners += is_statutory_partner(kind);
    }
    EXPECT_EQ(partners, 3);
    for (auto phase : all_phases) {
        Phase read{};
        EXPECT_TRUE(from_text(to_text(phase), read));
        EXPECT_EQ(read, phase);
    }
    AgencyKind kind{};
    EXPECT_FALSE(from_text("parish", kind));
    Phase phase{};
    EXPECT_FALSE(from_text("nursery", phase));
}

TEST(Kinds, A_list_without_kinds_tells_them_by_sector_and_role) {
    EXPECT_EQ(kind_told_by("Health", "Statutory partner"), AgencyKind::care_board);
    EXPECT_EQ(kind_told_by("Health", "Relevant agency"), AgencyKind::health_service);
    EXPECT_EQ(kind_told_by("Police", "Statutory partner from 2026"), AgencyKind::police);
    EXPECT_EQ(kind_told_by("Sport", "Relevant agency"), AgencyKind::not_said);
}

} // namespace
} // namespace openmasa::agencies
