#include "core/access/secret.hpp"
#include "core/signoff/rules.hpp"
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace openmasa::signoff {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template<class SomeId> SomeId new_id() {
    return SomeId::make(Moment{}, system_randomness());
}
Asked office(std::string name, int stage) {
    return {new_id<OwnerId>(), std::move(name), stage};
}

/// Three offices, one after the other.
SignOff offered(std::vector<Asked> asked = {office("Council", 1), office("Police", 2),
                                            office("Health", 3)}) {
    SignOff made{.id = new_id<SignOffId>(),
                 .document = {.kind = "arrangements",
                              .id = "1",
                              .version = 3,
                              .title = "MASA plan <b>&",
                              .page = "/sign",
                              .content = "the words"},
                 .digest = sha256("the words"),
                 .asked = std::move(asked)};
    return made;
}
Signing by(const Asked& asked, const SignOff& sign_off) {
    return {.office = asked.office, .digest = sign_off.digest, .confirmed = true};
}
void add_signature(SignOff& sign_off, const Asked& asked) {
    sign_off.signatures.push_back({.office = asked.office,
                                   .person = new_id<PersonId>(),
                                   .known_as = "Holder of " + asked.name,
                                   .digest = sign_off.digest});
}
std::string refused(const SignOff& sign_off, const Signing& signing,
                    std::string_view content = "the words") {
    const auto problems = problems_with(sign_off, signing, content);
    return problems.empty() ? "" : problems.front().words;
}
std::vector<std::string> turn(const SignOff& sign_off) {
    std::vector<std::string> names;
    for (const auto* one : whose_turn(sign_off)) names.push_back(one->name);
    return names;
}

TEST(SignOff, Offices_sign_one_after_the_other) {
    auto sign_off = offered();
    EXPECT_THAT(turn(sign_off), ElementsAre("Council"));
    EXPECT_THAT(refused(sign_off, by(sign_off.asked[1], sign_off)),
                HasSubstr("It is not this office's turn: \u201cCouncil\u201d signs first."));
    EXPECT_EQ(refused(sign_off, by(sign_off.asked[0], sign_off)), "");
    add_signature(sign_off, sign_off.asked[0]);
    EXPECT_THAT(turn(sign_off), ElementsAre("Police"));
    EXPECT_EQ(version_of(sign_off), 2);
}

TEST(SignOff, As_it_stood_it_has_what_was_signed_by_then_and_no_later_end) {
    auto sign_off = offered();
    const auto day_of = [](unsigned number) { return Moment{day(2026, 1, number)}; };
    sign_off.offered_at = day_of(2);
    add_signature(sign_off, sign_off.asked[0]);
    sign_off.signatures.back().at = day_of(3);
    add_signature(sign_off, sign_off.asked[1]);
    sign_off.signatures.back().at = day_of(5);
    sign_off.end = End{.how = Ending::sent_back, .known_as = {}, .why = {}, .at = day_of(6)};
    const auto then = [&](unsigned number) { return as_they_stood({sign_off}, day_of(number)); };
    EXPECT_THAT(then(2), IsEmpty());
    EXPECT_THAT(turn(then(3).front()), ElementsAre("Council"));
    EXPECT_THAT(turn(then(5).front()), ElementsAre("Police"));
    EXPECT_THAT(turn(then(6).front()), ElementsAre("Health"));
    EXPECT_EQ(state_of(then(7).front()), State::sent_back);
}

TEST(SignOff, Those_of_one_stage_sign_in_any_order_and_the_next_stage_waits_for_all_of_them) {
    auto sign_off = offered({office("Council", 1), office("Police", 1), office("Health", 2)});
    EXPECT_THAT(turn(sign_off), ElementsAre("Council", "Police"));
    add_signature(sign_off, sign_off.asked[1]);
    EXPECT_THAT(turn(sign_off), ElementsAre("Council"));
    EXPECT_THAT(refused(sign_off, by(sign_off.asked[2], sign_off)), HasSubstr("not this office's"));
}

TEST(SignOff, An_office_signs_once_and_hears_who_signed_for_it) {
    auto sign_off = offered();
    add_signature(sign_off, sign_off.asked[0]);
    EXPECT_THAT(refused(sign_off, by(sign_off.asked[0], sign_off)),
                HasSubstr("Holder of Council signed it as Council on"));
    add_signature(sign_off, sign_off.asked[1]);
    add_signature(sign_off, sign_off.asked[2]);
    EXPECT_EQ(state_of(sign_off), State::signed_by_all);
    EXPECT_THAT(turn(sign_off), IsEmpty());
    EXPECT_THAT(refused(sign_off, by(sign_off.asked[2], sign_off)), HasSubstr("signed it as"));
}

TEST(SignOff, Other_words_than_those_that_were_offered_are_never_signed) {
    auto sign_off = offered();
    const auto signing = by(sign_off.asked[0], sign_off);
    EXPECT_THAT(refused(sign_off, signing, "other words"), HasSubstr("Nothing was signed"));
    auto stale = signing;
    stale.digest = sha256("what an old page showed");
    EXPECT_THAT(refused(sign_off, stale), HasSubstr("Nothing was signed"));
    sign_off.document.content = "changed behind the program";
    EXPECT_THAT(refused(sign_off, signing), HasSubstr("Nothing was signed"));
}

TEST(SignOff, The_sentence_has_to_be_confirmed) {
    const auto sign_off = offered();
    auto signing = by(sign_off.asked[0], sign_off);
    signing.confirmed = false;
    const auto problems = problems_with(sign_off, signing, "the words");
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].field, "confirmed");
    const Holder acting{new_id<PersonId>(), "Deputy", true};
    EXPECT_EQ(sentence(sign_off, sign_off.asked[1], acting),
              "I sign version 3 of \u201cMASA plan <b>&\u201d as acting Police");
}

TEST(SignOff, Sent_back_or_withdrawn_it_is_signed_no_more_and_keeps_its_signatures) {
    for (const auto how : {Ending::sent_back, Ending::withdrawn}) {
        auto sign_off = offered();
        add_signature(sign_off, sign_off.asked[0]);
        sign_off.end = End{.how = how, .known_as = "Somebody", .why = "Chapter 3"};
        EXPECT_THAT(turn(sign_off), IsEmpty());
        EXPECT_THAT(refused(sign_off, by(sign_off.asked[1], sign_off)),
                    HasSubstr(how == Ending::sent_back ? "sent back" : "withdrawn"));
        EXPECT_EQ(sign_off.signatures.size(), 1u);
        EXPECT_EQ(version_of(sign_off), 3);
        Ending read{};
        EXPECT_TRUE(from_text(to_text(how), read));
        EXPECT_EQ(read, how);
    }
}

TEST(SignOff, What_is_offered_has_words_and_asks_each_office_once) {
    const auto council = office("Council", 1);
    const std::vector<Asked> twice = {council, council};
    const auto problems = problems_with(Document{.content = ""}, twice);
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_EQ(problems[0].field, "document");
    EXPECT_THAT(problems[1].words, HasSubstr("asked twice"));
    EXPECT_EQ(problems_with(Document{.content = "words"}, {}).size(), 1u);
}

TEST(SignOff, Somebody_who_holds_an_office_and_acts_in_it_signs_as_its_holder) {
    const auto person = new_id<PersonId>();
    const std::vector<Holder> holders = {{person, "One", true}, {person, "One", false}};
    ASSERT_NE(as_holder(holders, person), nullptr);
    EXPECT_FALSE(as_holder(holders, person)->acting);
    EXPECT_EQ(as_holder(holders, new_id<PersonId>()), nullptr);
}

/// Whatever is tried in whatever order: a stage never begins before the one before it is done,
/// nobody signs twice, and what is signed is what was offered.
TEST(SignOff, Whoever_tries_in_any_order_the_signatures_stand_in_the_order_of_the_stages) {
    std::mt19937 chance(20261122);
    const auto up_to = [&](int most) { return std::uniform_int_distribution<>(0, most)(chance); };
    for (int round = 0; round < 400; ++round) {
        std::vector<Asked> asked;
        for (int at = 0, many = 1 + up_to(5); at < many; ++at)
            asked.push_back(office("Office " + std::to_string(at), 1 + up_to(3)));
        auto sign_off = offered(asked);
        for (int attempt = 0; attempt < 40; ++attempt) {
            const auto& who = sign_off.asked[static_cast<std::size_t>(
                up_to(static_cast<int>(sign_off.asked.size()) - 1))];
            const bool other_words = up_to(4) == 0;
            const auto problems = problems_with(sign_off, by(who, sign_off),
                                                other_words ? "other words" : "the words");
            if (problems.empty()) add_signature(sign_off, who);
            if (other_words) {
                EXPECT_FALSE(problems.empty());
            }
            if (up_to(60) == 0 && state_of(sign_off) == State::open)
                sign_off.end = End{.how = Ending::sent_back, .known_as = "One", .why = "Words"};
        }
        for (std::size_t at = 1; at < sign_off.signatures.size(); ++at)
            EXPECT_LE(asked_of(sign_off, sign_off.signatures[at - 1].office)->stage,
                      asked_of(sign_off, sign_off.signatures[at].office)->stage);
        for (const auto& one : sign_off.signatures) {
            EXPECT_EQ(std::ranges::count(sign_off.signatures, one.office, &Signature::office), 1);
            EXPECT_EQ(one.digest, sha256("the words"));
        }
        const bool all = sign_off.signatures.size() == sign_off.asked.size();
        EXPECT_EQ(state_of(sign_off) == State::signed_by_all, all && !sign_off.end);
    }
}

} // namespace
} // namespace openmasa::signoff
