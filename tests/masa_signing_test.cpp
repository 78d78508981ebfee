// The arrangements are put for signature, signed in order, sent back, taken back.
#include "arrangements.hpp"
#include <atomic>
#include <random>
#include <thread>

namespace openmasa {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr store::Query<int(std::string_view)> count_told{
    "test.count_told_to_sign",
    "SELECT count(*) FROM notice WHERE kind = 'signature_asked' AND person_id = $1"};

TEST_F(Arrangements, Three_lead_partners_sign_one_after_the_other_and_acting_is_said) {
    ASSERT_TRUE(offer());
    EXPECT_THAT(why(sign(police(), second)), HasSubstr("Lead A, council <b>\u201d signs first"));
    ASSERT_TRUE(sign(council(), first));
    ASSERT_TRUE(sign(police(), second));
    EXPECT_EQ(now().stage, MasaStage::sign_off);
    ASSERT_TRUE(sign(health(), third));
    EXPECT_EQ(now().stage, MasaStage::signed_by_all);
    const auto signed_now = sign_offs().front();
    EXPECT_TRUE(signed_now.signatures[1].acting);
    EXPECT_EQ(signed_now.signatures[1].words,
              "I sign version 1 of \u201cPlan <b>&\u201d as acting Lead B, police");
    EXPECT_THAT(get(t().unit), HasSubstr("Signed by Chief Constable, acting"));
    EXPECT_THAT(get(t().unit), HasSubstr("Plan &lt;b&gt;&amp;"));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Arrangements, Whoever_does_not_hold_the_office_finds_nothing_to_sign) {
    ASSERT_TRUE(offer());
    const auto refused = sign(t().unit, first);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
    EXPECT_EQ(status(t().unit, "/sign"), 404);
    EXPECT_EQ(status(council(), "/sign"), 200);
    EXPECT_THAT(get(police(), "/sign"), HasSubstr("It is not your turn"));
    const auto refused_page = [&](const std::string& id) {
        program.randomness.calls = 0;
        return program.get(&t().unit, "/arrangements/" + id + "/sign").body;
    };
    EXPECT_EQ(refused_page(edition.str()), refused_page(t().plan.id.str()));
}

TEST_F(Arrangements, Whoever_signs_shows_first_who_they_are) {
    ASSERT_TRUE(offer());
    EXPECT_THAT(get(council(), "/sign"), HasSubstr("Your password"));
    const auto answer = program.post(
        &council(), "/arrangements/" + edition.str() + "/sign",
        fmt::format("office={}&digest={}&confirmed=yes", first.view(), sign_offs().front().digest),
        "once");
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr("Enter your password."));
    t().db.finish();
    EXPECT_THAT(sign_offs().front().signatures, IsEmpty());
}

TEST_F(Arrangements, Signed_twice_or_from_an_old_page_there_is_one_signature) {
    ASSERT_TRUE(offer());
    ASSERT_TRUE(sign(council(), first));
    EXPECT_THAT(why(sign(council(), first)), HasSubstr("Lead safeguarding partner signed it as"));
    const auto stale = done([&] {
        return masa::sign(
            t().db, police(),
            {.id = edition,
             .signing = {.office = second, .digest = std::string(64, '0'), .confirmed = true}});
    });
    EXPECT_THAT(why(stale), HasSubstr("Nothing was signed"));
    EXPECT_EQ(sign_offs().front().signatures.size(), 1u);
}

TEST_F(Arrangements, Somebody_who_holds_two_offices_signs_for_each_by_itself) {
    t().in_one_transaction([&] {
        auto office = *partnership::find_office(t().db, t().unit, third);
        ASSERT_TRUE(offices::hand_over(t().db, t().unit,
                                       {.office = third,
                                        .version = office.version,
                                        .who = "Lead safeguarding partner",
                                        .from = "1 January 2026"}));
    });
    ASSERT_TRUE(offer({"1", "2", "1"}));
    ASSERT_TRUE(sign(council(), first));
    EXPECT_EQ(sign_offs().front().signatures.size(), 1u);
    EXPECT_THAT(why(sign(police(), second)), HasSubstr("Lead C, health\u201d signs first"));
    EXPECT_THAT(get(council(), "/sign"), HasSubstr("Sign as Lead C, health"));
    ASSERT_TRUE(sign(council(), third));
    ASSERT_TRUE(sign(police(), second));
    EXPECT_EQ(now().stage, MasaStage::signed_by_all);
}

TEST_F(Arrangements, Sent_back_it_is_a_draft_and_its_next_version_is_signed_anew) {
    ASSERT_TRUE(offer());
    ASSERT_TRUE(sign(council(), first));
    const auto empty = done([&] {
        return masa::ask_for_changes(t().db, police(), {edition, second, "  "});
    });
    EXPECT_EQ(why(empty), "Say what is to change.");
    ASSERT_TRUE(done([&] {
        return masa::ask_for_changes(t().db, police(), {edition, second, "Chapter 3 <b>"});
    }));
    EXPECT_EQ(now().stage, MasaStage::draft);
    EXPECT_THAT(get(t().unit), HasSubstr("Chapter 3 &lt;b&gt;"));
    write("Another version");
    ASSERT_TRUE(offer());
    ASSERT_EQ(sign_offs().size(), 2u);
    EXPECT_EQ(sign_offs()[0].document.version, 2);
    EXPECT_THAT(sign_offs()[0].signatures, IsEmpty());
    EXPECT_EQ(sign_offs()[1].signatures.size(), 1u) << "as given on that version";
    EXPECT_NE(sign_offs()[0].digest, sign_offs()[1].digest);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Arrangements, What_is_for_signature_or_signed_cannot_change_until_it_is_taken_back) {
    sign_by_all();
    const auto section = now().sections.front();
    const auto late = done([&] {
        return masa::write(t().db, t().unit,
                           masa::WriteSection{read(), {section.id, section.heading, "Later"}});
    });
    EXPECT_THAT(why(late), HasSubstr("cannot change now"));
    EXPECT_EQ(why(done([&] { return masa::take_back(t().db, t().unit, read(), ""); })),
              "Say why it is taken back.");
    ASSERT_TRUE(done([&] { return masa::take_back(t().db, t().unit, read(), "A slip"); }));
    write("Later");
    EXPECT_FALSE(publish()) << "what was signed was another version";
    ASSERT_TRUE(offer());
    ASSERT_TRUE(done([&] { return masa::take_back(t().db, t().unit, read(), "Again"); }));
    EXPECT_EQ(state_of(sign_offs().front()), signoff::State::withdrawn);
    EXPECT_FALSE(sign(council(), first));
}

TEST_F(Arrangements, What_guidance_asks_for_and_nobody_judged_keeps_it_from_being_signed) {
    ASSERT_TRUE(done([&] {
        return masa::judge(t().db, t().unit, {.read = read(), .item = "disputes", .judged = {}});
    }));
    EXPECT_THAT(why(offer()), HasSubstr("Resolving disputes\u201d is neither met nor explained"));
    EXPECT_THAT(get(t().unit), HasSubstr("/checklist/disputes"));
    EXPECT_EQ(why(done([&] {
                  return masa::judge(
                      t().db, t().unit,
                      {.read = read(), .item = "disputes", .judged = MasaCheck::Judged::explained});
              })),
              "Say why it is left out.");
    ASSERT_TRUE(done([&] {
        return masa::judge(t().db, t().unit,
                           {.read = read(),
                            .item = "disputes",
                            .judged = MasaCheck::Judged::explained,
                            .words = "By law there are none"});
    }));
    EXPECT_TRUE(offer());
    EXPECT_EQ(status(t().unit, "/checklist/no-such-thing"), 404);
}

TEST_F(Arrangements, A_section_that_is_only_a_heading_keeps_it_from_being_signed) {
    const auto section = t().unit.new_id<masa::MasaPartId>();
    ASSERT_TRUE(done([&] {
        return masa::write(t().db, t().unit,
                           masa::WriteSection{read(), {section, "Disputes <b>", " "}});
    }));
    EXPECT_EQ(why(offer()), "The section \u201cDisputes <b>\u201d has only a heading: write it, or "
                            "take it away.");
    EXPECT_EQ(now().stage, MasaStage::draft);
    for (const auto* page : {"", "/offer"}) {
        EXPECT_THAT(get(t().unit, page), HasSubstr("/sections/" + section.str() + "\""));
        EXPECT_THAT(get(t().unit, page), HasSubstr("Disputes &lt;b&gt;\u201d has only a heading"));
    }
    ASSERT_TRUE(done(
        [&] { return masa::take_away(t().db, t().unit, read(), masa::PartOf::words, section); }));
    EXPECT_TRUE(offer());
}

TEST_F(Arrangements, Each_office_has_a_place_and_the_three_of_today_are_asked) {
    const auto refused = offer({"1", "second", "9"});
    ASSERT_FALSE(refused);
    std::vector<std::string> fields;
    for (const auto& problem : refused.refusal().problems) fields.push_back(problem.field);
    EXPECT_THAT(fields, ElementsAre("place-" + second.str(), "place-" + third.str()));
    t().in_one_transaction([&] {
        auto office = *partnership::find_office(t().db, t().unit, third);
        office.holders.clear();
        office.to = day(2025, 12, 31);
        ASSERT_TRUE(partnership::save_office(t().db, t().unit, office, "office.changed"));
    });
    EXPECT_THAT(why(offer()), HasSubstr("Here are 2 of their offices today"));
}

TEST_F(Arrangements, Whoever_signs_next_is_told_once_and_finds_it_on_their_first_page) {
    const auto told = [&](const Scope& who) {
        return t().db.one(count_told, who.person->view()).value_or(0);
    };
    ASSERT_TRUE(offer());
    EXPECT_EQ(told(council()), 1);
    EXPECT_EQ(told(police()), 0);
    EXPECT_THAT(program.get(&council(), "/").body, HasSubstr("waits for your signature"));
    EXPECT_THAT(program.get(&police(), "/").body, Not(HasSubstr("waits for your signature")));
    ASSERT_TRUE(sign(council(), first));
    EXPECT_EQ(told(police()), 1);
    EXPECT_THAT(program.get(&council(), "/").body, Not(HasSubstr("waits for your signature")));
    ASSERT_TRUE(sign(police(), second));
    ASSERT_TRUE(sign(health(), third));
    EXPECT_THAT(program.get(&t().unit, "/").body, HasSubstr("is signed and not published"));
}

TEST_F(Arrangements, What_was_changed_behind_the_program_is_found) {
    sign_by_all();
    ASSERT_TRUE(publish());
    ASSERT_THAT(faults(), IsEmpty());
    constexpr store::Query<store::None()> other_words{
        "test.other_words", "UPDATE sign_off SET content = content || ' '"};
    constexpr store::Query<store::None()> other_signature{
        "test.other_signature", "UPDATE signature SET digest = substr(digest, 2) || '0'"};
    constexpr store::Query<store::None()> other_publication{
        "test.other_publication", "UPDATE masa_publication SET content = content || ' '"};
    t().in_one_transaction([&] { t().db.run(other_words); });
    EXPECT_THAT(faults(), ElementsAre(HasSubstr("is not what was put for signature")));
    t().in_one_transaction([&] { t().db.run(other_signature); });
    EXPECT_THAT(faults(), testing::Contains(HasSubstr("is of other words")));
    t().in_one_transaction([&] { t().db.run(other_publication); });
    EXPECT_THAT(faults(), testing::Contains(HasSubstr("is not what was published")));
}

TEST_F(Arrangements, Of_many_who_press_the_button_at_once_one_signs) {
    ASSERT_TRUE(offer());
    const auto digest = sign_offs().front().digest;
    std::atomic<int> signed_by = 0;
    std::vector<std::thread> all;
    for (int at = 0; at < 6; ++at)
        all.emplace_back([&] {
            store::Db own(t().database());
            const masa::SignAs command{
                .id = edition, .signing = {.office = first, .digest = digest, .confirmed = true}};
            const auto result = own.atomically([&] { return masa::sign(own, council(), command); });
            if (result) ++signed_by;
        });
    for (auto& one : all) one.join();
    t().db.finish();
    EXPECT_EQ(signed_by, 1);
    EXPECT_EQ(sign_offs().front().signatures.size(), 1u);
    EXPECT_THAT(faults(), IsEmpty());
}

/// Random offers, signatures, refusals and changes, by anybody: what a simple model of the rules
/// says is what happens.
TEST_F(Arrangements, Whatever_is_tried_in_any_order_only_what_was_signed_by_all_is_published) {
    std::mt19937 chance(20260122);
    const auto up_to = [&](int most) { return std::uniform_int_distribution<>(0, most)(chance); };
    const std::array<std::pair<Scope*, OwnerId>, 3> partners = {
        std::pair{&council(), first}, std::pair{&police(), second}, std::pair{&health(), third}};
    std::size_t signatures = 0;
    for (int attempt = 0; attempt < 120; ++attempt) {
        const auto stage = now().stage;
        const bool is_open = stage == MasaStage::draft || stage == MasaStage::consultation;
        const auto who = static_cast<std::size_t>(up_to(2));
        switch (up_to(9)) {
        case 0:
            EXPECT_EQ(static_cast<bool>(offer()), is_open);
            if (is_open) signatures = 0;
            break;
        case 1: {
            const bool done_it = static_cast<bool>(done([&] {
                return masa::ask_for_changes(t().db, *partners[who].first,
                                             {edition, partners[who].second, "Words"});
            }));
            EXPECT_EQ(done_it, stage == MasaStage::sign_off);
            break;
        }
        case 2:
            if (is_open) write("Words " + std::to_string(attempt));
            break;
        case 3: EXPECT_FALSE(stage != MasaStage::signed_by_all && publish()); break;
        default: {
            if (sign_offs().empty()) break;
            const bool may = stage == MasaStage::sign_off && signatures == who;
            EXPECT_EQ(static_cast<bool>(sign(*partners[who].first, partners[who].second)), may);
            if (may) ++signatures;
            EXPECT_EQ(now().stage == MasaStage::signed_by_all,
                      (may && signatures == 3) || stage == MasaStage::signed_by_all);
        }
        }
        if (now().stage == MasaStage::signed_by_all) {
            ASSERT_TRUE(done([&] { return masa::take_back(t().db, t().unit, read(), "Again"); }));
        }
    }
    EXPECT_GT(sign_offs().size(), 3u);
    EXPECT_THAT(faults(), IsEmpty());
}

} // namespace
} // namespace openmasa
