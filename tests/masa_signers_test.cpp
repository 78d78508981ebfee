// Who signs the arrangements, in which order, when an office changes hands meanwhile.
#include "arrangements.hpp"

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr store::Query<int(std::string_view)> count_told{
    "test.count_told_to_sign_next",
    "SELECT count(*) FROM notice WHERE kind = 'signature_asked' AND person_id = $1"};

TEST_F(Arrangements, Whoever_takes_over_the_office_that_signs_next_is_told_and_finds_it) {
    const auto told = [&](const Scope& who) {
        return t().db.one(count_told, who.person->view()).value_or(0);
    };
    const auto hand_over = [&](std::string from) {
        t().in_one_transaction([&] {
            const auto office = *partnership::find_office(t().db, t().unit, first);
            ASSERT_TRUE(offices::hand_over(t().db, t().unit,
                                           {.office = first,
                                            .version = office.version,
                                            .who = "Delegated safeguarding partner",
                                            .from = std::move(from)}));
        });
    };
    ASSERT_TRUE(offer());
    ASSERT_EQ(told(council()), 1);
    ASSERT_EQ(told(health()), 0) << "their own office signs last";
    hand_over("22 January 2026");
    EXPECT_EQ(told(health()), 1);
    EXPECT_EQ(told(council()), 1);
    EXPECT_THAT(program.get(&health(), "/").body,
                HasSubstr("You sign as Lead A, council &lt;b&gt;"));
    EXPECT_THAT(program.get(&council(), "/").body, Not(HasSubstr("waits for your signature")));
    EXPECT_FALSE(sign(council(), first));
    EXPECT_TRUE(sign(health(), first));
}

TEST_F(Arrangements, Hands_that_change_on_a_day_to_come_are_told_of_it_on_that_day_and_once) {
    const auto told = [&](const Scope& who) {
        return t().db.one(count_told, who.person->view()).value_or(0);
    };
    ASSERT_TRUE(offer());
    t().in_one_transaction([&] {
        const auto office = *partnership::find_office(t().db, t().unit, first);
        ASSERT_TRUE(offices::hand_over(t().db, t().unit,
                                       {.office = first,
                                        .version = office.version,
                                        .who = "Delegated safeguarding partner",
                                        .from = "1 February 2026"}));
    });
    EXPECT_EQ(told(health()), 0);
    auto that_day = t().unit;
    that_day.today = day(2026, 2, 1);
    const auto daily = [&] {
        return done([&]() -> Result<int> {
                   return signoff::tell_new_holders(t().db, that_day,
                                                    partnership::holders_for_signing);
               })
            .value();
    };
    EXPECT_EQ(daily(), 1);
    EXPECT_EQ(told(health()), 1);
    EXPECT_EQ(daily(), 0);
    ASSERT_TRUE(done([&] { return masa::take_back(t().db, t().unit, read(), "Enough"); }));
    EXPECT_EQ(daily(), 0);
}

TEST_F(Arrangements, The_form_proposes_the_order_of_the_law_or_of_the_edition_before) {
    const auto order_on_page = [&] {
        const auto page = get(t().unit, "/offer");
        std::vector<std::pair<std::size_t, std::string>> found;
        for (const auto& [office, name] :
             {std::pair{first, "council"}, std::pair{second, "police"}, std::pair{third, "health"}})
            found.emplace_back(page.find("id=\"place-" + office.str()), name);
        std::ranges::sort(found);
        std::string names;
        for (const auto& one : found) names += one.second + " ";
        return names;
    };
    EXPECT_EQ(order_on_page(), "council police health ") << "by name: no agency says what it is";
    t().in_one_transaction([&] {
        const auto agency_of = [&](const OwnerId& office, std::string name, auto kind) {
            const auto id = access::owner_named(t().db, t().unit, name, access::OwnerType::agency);
            agencies::add_agency(t().db, t().unit,
                                 {.id = id, .name = name, .sector = "Any", .kind = kind});
            auto held = *partnership::find_office(t().db, t().unit, office);
            held.agency = id;
            ASSERT_TRUE(partnership::save_office(t().db, t().unit, held, "office.changed"));
        };
        agency_of(first, "A council", agencies::AgencyKind::local_authority);
        agency_of(second, "A force", agencies::AgencyKind::police);
        agency_of(third, "A board", agencies::AgencyKind::care_board);
    });
    EXPECT_EQ(order_on_page(), "council health police ");
    ASSERT_TRUE(offer({"3", "1", "2"}));
    ASSERT_TRUE(done([&] { return masa::take_back(t().db, t().unit, read(), "A slip"); }));
    EXPECT_EQ(order_on_page(), "police health council ") << "as it was put for signature before";
    ASSERT_TRUE(offer({"2", "1", "3"}));
    ASSERT_TRUE(sign(police(), second));
    ASSERT_TRUE(sign(council(), first));
    ASSERT_TRUE(sign(health(), third));
    ASSERT_TRUE(publish());
    t().in_one_transaction([&] {
        edition = masa::begin(t().db, t().unit, {.title = "Next", .area = "Here"}).value();
        judge_all();
        ASSERT_TRUE(masa::say(t().db, t().unit,
                              {.read = read(),
                               .title = "Next",
                               .area = "Here",
                               .changed = "Much",
                               .changed_why = "Why",
                               .authorised_by = first.str(),
                               .authorised_on = "22 January 2026",
                               .minute = "4"}));
    });
    EXPECT_EQ(order_on_page(), "police council health ") << "as the edition before was signed";
}

} // namespace
} // namespace openmasa
