#include "core/access/secret.hpp"
#include "core/accounts/store.hpp"
#include "core/notices/actions.hpp"
#include "core/notices/notice.hpp"
#include "core/notices/rules.hpp"
#include "core/notices/sending.hpp"
#include "core/notices/store.hpp"
#include "core/settings/settings.hpp"
#include "store/test_database.hpp"
#include <gmock/gmock.h>

namespace openmasa::notices {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// Answers what it is told to, and keeps what it was given.
struct TestTransport : Transport {
    Answer send(const Letter& letter) override {
        letters.push_back(letter);
        if (answers.empty()) return {Outcome::sent, "taken"};
        const auto answer = answers.front();
        answers.erase(answers.begin());
        return answer;
    }
    std::vector<Letter> letters;
    std::vector<Answer> answers;
};

class Notices : public testing::Test {
protected:
    Notices() : db((test.migrate(), test.database())) {
        in_one_transaction([&] {
            for (auto* who : {&head, &constable})
                accounts::add_account(db,
                                      {.id = *who->account,
                                       .person = *who->person,
                                       .known_as = who->known_as,
                                       .email = lower_name(*who) + "@example.org",
                                       .password_hash = {}},
                                      now);
        });
    }

    static std::string lower_name(const Scope& who) {
        return who.known_as.substr(0, 4) == "Head" ? "head" : "constable";
    }
    template<class Work> void in_one_transaction(Work work) {
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            work();
            return Done{};
        }));
        db.finish();
    }
    void tell_constable(Kind kind, const std::string& path = "/actions/1") {
        head.now = now;
        in_one_transaction([&] {
            tell(db, head,
                 {.person = constable.person,
                  .kind = kind,
                  .about_kind = "action",
                  .about_id = path,
                  .path = path});
        });
    }
    void constable_wants(HowOften how) {
        in_one_transaction([&] {
            const auto before = preference_of(db, *constable.person);
            EXPECT_TRUE(choose_how_often(db, constable, {how, before.version}));
        });
    }
    /// One round of the sender at `now`; gives how many the server took.
    int round() {
        db.finish();
        const auto scope = [&] {
            auto program = head;
            program.now = now;
            return program;
        };
        EXPECT_TRUE(make_mails(db, scope(), "https://masa.example.org"));
        const auto sent = send_mails(db,
                                     {.transport = &transport,
                                      .host = "mail.example.org",
                                      .from = "masa@example.org",
                                      .address = "https://masa.example.org"},
                                     scope);
        db.finish();
        return *sent;
    }

    store::TestDatabase test;
    store::Db db;
    Moment now = test.noon();
    Scope head = person("Head of delivery");
    Scope constable = person("Chief Constable");
    TestTransport transport;

private:
    Scope person(std::string known_as) const {
        auto& random = system_randomness();
        return {.person = PersonId::make(now, random),
                .account = AccountId::make(now, random),
                .known_as = std::move(known_as),
                .holdings = {},
                .from = "127.0.0.1",
                .now = now,
                .today = london_day(now),
                .randomness = &random};
    }
};

TEST_F(Notices, What_comes_within_two_minutes_comes_in_one_mail_without_content) {
    tell_constable(Kind::action_given, "/actions/1");
    tell_constable(Kind::action_given, "/actions/2");
    tell_constable(Kind::commented, "/actions/1");
    EXPECT_EQ(round(), 0);
    now += gathering;
    EXPECT_EQ(round(), 1);
    const auto& letter = transport.letters.at(0);
    EXPECT_EQ(letter.to, "constable@example.org");
    EXPECT_EQ(letter.subject, "There are 3 things for you in OpenMASA");
    EXPECT_THAT(letter.text, HasSubstr("2 actions were given to you\n"));
    EXPECT_THAT(letter.text, HasSubstr("1 comment on something of yours\n"));
    EXPECT_THAT(letter.text, HasSubstr("https://masa.example.org/notices\n"));
    EXPECT_THAT(letter.text, Not(HasSubstr("/actions/")));
    EXPECT_EQ(round(), 0);
}

TEST_F(Notices, A_mail_about_one_thing_leads_straight_to_it) {
    tell_constable(Kind::update_asked, "/updates/1");
    now += gathering;
    EXPECT_EQ(round(), 1);
    EXPECT_THAT(transport.letters.at(0).text, HasSubstr("https://masa.example.org/updates/1\n"));
}

TEST_F(Notices, Nothing_is_told_when_the_change_was_undone) {
    (void)db.atomically([&]() -> Result<Done> {
        tell(db, head, {.person = constable.person, .kind = Kind::mentioned, .path = "/"});
        return invalid("", "it did not come to pass");
    });
    now += hours{1};
    EXPECT_EQ(round(), 0);
}

TEST_F(Notices, Nobody_is_told_what_they_did_themselves_nor_twice_what_still_waits) {
    in_one_transaction([&] {
        tell(db, head, {.person = head.person, .kind = Kind::commented, .path = "/actions/1"});
    });
    tell_constable(Kind::commented);
    tell_constable(Kind::commented);
    EXPECT_THAT(waiting_notices(db), SizeIs(1));
}

TEST_F(Notices, Once_a_day_is_at_seven_in_the_morning) {
    constable_wants(HowOften::once_a_day);
    tell_constable(Kind::commented);
    now += hours{18}; // six in the morning
    EXPECT_EQ(round(), 0);
    now += hours{1};
    EXPECT_EQ(round(), 1);
}

TEST_F(Notices, Who_wants_none_still_gets_what_needs_them) {
    constable_wants(HowOften::never);
    tell_constable(Kind::commented);
    tell_constable(Kind::review_due);
    now += hours{19};
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(transport.letters.at(0).subject, "There is 1 thing for you in OpenMASA");
    EXPECT_THAT(transport.letters.at(0).text, HasSubstr("1 thing needs your review"));
    EXPECT_THAT(notices_of(db, *constable.person, 10), SizeIs(2));
}

TEST_F(Notices, Security_goes_at_once_and_alone_and_its_secret_is_then_forgotten) {
    constable_wants(HowOften::never);
    tell_constable(Kind::password_link, "/welcome/secret-words");
    tell_constable(Kind::new_sign_in, "/account");
    EXPECT_EQ(round(), 2);
    std::string subjects, texts;
    for (const auto& letter : transport.letters) {
        subjects += letter.subject + "\n";
        texts += letter.text;
    }
    EXPECT_THAT(subjects, HasSubstr("Somebody signed in to your account\n"));
    EXPECT_THAT(subjects, HasSubstr("A link to choose a password\n"));
    EXPECT_THAT(texts, HasSubstr("https://masa.example.org/welcome/secret-words\n"));
    for (const auto& listed : notices_of(db, *constable.person, 10))
        EXPECT_EQ(listed.path, listed.kind == Kind::new_sign_in ? "/account" : "");
}

TEST_F(Notices, A_secret_that_could_not_be_sent_for_a_week_is_forgotten_and_its_mail_given_up) {
    tell_constable(Kind::password_link, "/welcome/secret-words");
    tell_constable(Kind::new_sign_in, "/account");
    now += oldest + hours{1};
    in_one_transaction([&] { EXPECT_EQ(forget_old_secrets(db, now - oldest), 1); });
    EXPECT_EQ(round(), 1);
    const auto dead = list_mails(db, MailState::dead, 10);
    ASSERT_THAT(dead, SizeIs(1));
    EXPECT_EQ(dead[0].said, "The link in it has run out");
}

TEST_F(Notices, Somebody_without_an_account_gets_a_link_by_mail) {
    in_one_transaction([&] {
        tell(db, head,
             {.email = "school@example.org", .kind = Kind::link_given, .path = "/answer/abc"});
    });
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(transport.letters.at(0).to, "school@example.org");
}

TEST_F(Notices, A_refused_address_is_given_up_and_can_be_tried_again) {
    tell_constable(Kind::new_sign_in);
    transport.answers = {{Outcome::refused, "The mail server refused the address (550)"}};
    EXPECT_EQ(round(), 0);
    const auto dead = list_mails(db, MailState::dead, 10);
    ASSERT_THAT(dead, SizeIs(1));
    EXPECT_EQ(dead[0].said, "The mail server refused the address (550)");
    now += hours{24};
    EXPECT_EQ(round(), 0);
    in_one_transaction([&] { EXPECT_TRUE(try_again(db, head, dead[0].id)); });
    EXPECT_EQ(round(), 1);
    in_one_transaction([&] { EXPECT_FALSE(try_again(db, head, dead[0].id)); });
}

TEST_F(Notices,
       A_mail_that_is_put_off_is_tried_later_with_the_same_message_id_and_at_last_given_up) {
    tell_constable(Kind::new_sign_in);
    transport.answers.assign(most_attempts, {Outcome::later, "put off (450)"});
    int rounds = 0;
    while (list_mails(db, MailState::dead, 1).empty() && ++rounds < 1000) {
        round();
        now += minutes{10};
    }
    EXPECT_THAT(transport.letters, SizeIs(most_attempts));
    for (const auto& letter : transport.letters)
        EXPECT_EQ(letter.message_id, transport.letters.front().message_id);
    EXPECT_THAT(transport.letters.front().message_id, HasSubstr("@masa.example.org"));
}

TEST_F(Notices, A_server_that_cannot_be_reached_counts_nothing_and_is_left_alone_for_a_while) {
    tell_constable(Kind::new_sign_in);
    tell_constable(Kind::security_changed);
    transport.answers.assign(50, {Outcome::unreachable, "could not be reached"});
    for (int round_number = 0; round_number < 30; ++round_number) {
        round();
        now += minutes{5};
    }
    EXPECT_THAT(transport.letters, SizeIs(30)); // not twice a round
    EXPECT_TRUE(mail_server(db).failing_since);
    transport.answers.clear();
    EXPECT_EQ(round(), 2);
    EXPECT_FALSE(mail_server(db).failing_since);
    EXPECT_THAT(list_mails(db, MailState::dead, 10), IsEmpty());
}

TEST_F(Notices, Mails_come_from_the_partnership_as_its_settings_name_it_at_the_moment) {
    const auto name_it = [&](const std::string& mail_from) {
        in_one_transaction([&] {
            auto settings = read_settings(db);
            settings.partnership = "Example Partnership";
            settings.mail_from = mail_from;
            save_settings(db, head, settings);
        });
    };
    name_it("");
    tell_constable(Kind::security_changed);
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(transport.letters.back().from_name, "Example Partnership");
    name_it("Example business unit");
    tell_constable(Kind::security_changed, "/account");
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(transport.letters.back().from_name, "Example business unit");
}

TEST_F(Notices, What_a_killed_sender_had_taken_is_sent_when_its_lease_has_ended) {
    tell_constable(Kind::new_sign_in);
    EXPECT_TRUE(make_mails(db, head, "https://masa.example.org"));
    in_one_transaction([&] { EXPECT_TRUE(take_due_mail(db, now)); });
    EXPECT_EQ(round(), 0);
    now += lease;
    EXPECT_EQ(round(), 1);
}

TEST_F(Notices, An_address_that_would_write_headers_of_its_own_is_refused) {
    for (const std::string_view bad :
         {"", "nobody", "a@b@c", "a b@example.org", "a@example.org\r\nBcc: all@example.org",
          "<a@example.org>", "@example.org", "a@"})
        EXPECT_FALSE(is_mail_address(bad)) << bad;
    EXPECT_TRUE(is_mail_address("head.of-delivery@example.org"));
}

TEST(Letters, Are_as_the_standards_have_them) {
    const auto wire = on_the_wire({.from_name = "Bürger \"A\"",
                                   .from = "masa@example.org",
                                   .to = "head@example.org",
                                   .message_id = "1@example.org",
                                   .date = Moment{day(2026, 1, 22)} + hours{12},
                                   .subject = "There is 1 thing",
                                   .text = "Caf\u00e9 = good \nnext"});
    EXPECT_THAT(wire, HasSubstr("Date: Thu, 22 Jan 2026 12:00:00 +0000\r\n"));
    EXPECT_THAT(wire, HasSubstr("From: =?utf-8?Q?B=C3=BCrger=20=22A=22?= <masa@example.org>\r\n"));
    EXPECT_THAT(wire, HasSubstr("Message-ID: <1@example.org>\r\n"));
    EXPECT_THAT(wire, HasSubstr("\r\n\r\nCaf=C3=A9 =3D good=20\r\nnext"));
    for (std::size_t at = wire.find('\n'); at != wire.npos; at = wire.find('\n', at + 1))
        EXPECT_EQ(wire[at - 1], '\r');
}

TEST(MailRules, A_wait_doubles_up_to_its_limit) {
    EXPECT_EQ(wait_after(1), minutes{1});
    EXPECT_EQ(wait_after(4), minutes{8});
    EXPECT_EQ(wait_after(12), hours{6});
    EXPECT_EQ(wait_for_server(1), std::chrono::seconds{5});
    EXPECT_EQ(wait_for_server(900), minutes{5});
}

TEST(MailRules, Seven_in_the_morning_is_londons_on_both_sides_of_the_clock_change) {
    const auto said_at = [](int month, unsigned date, int hour) {
        return Moment{day(2026, static_cast<unsigned>(month), date)} + hours{hour};
    };
    // Clocks go forward on 29 March: seven is 7 UTC the day before, 6 UTC on the day.
    EXPECT_FALSE(is_time(HowOften::once_a_day, said_at(3, 27, 12), said_at(3, 28, 6)));
    EXPECT_TRUE(is_time(HowOften::once_a_day, said_at(3, 27, 12), said_at(3, 28, 7)));
    EXPECT_TRUE(is_time(HowOften::once_a_day, said_at(3, 28, 12), said_at(3, 29, 6)));
    EXPECT_FALSE(is_time(HowOften::once_a_day, said_at(10, 24, 12), said_at(10, 25, 6)));
    EXPECT_TRUE(is_time(HowOften::once_a_day, said_at(10, 24, 12), said_at(10, 25, 7)));
}

TEST(MailSettings, Are_refused_when_they_cannot_work) {
    const auto read = [](std::string server, std::string from) {
        return read_mail_settings([&](const char* name) {
            const std::string_view asked(name);
            return asked == "OPENMASA_SMTP" ? server : asked == "OPENMASA_MAIL_FROM" ? from : "";
        });
    };
    EXPECT_TRUE(read("", ""));
    EXPECT_FALSE(*read("", ""));
    EXPECT_FALSE(read("mail.example.org", "masa@example.org"));
    EXPECT_FALSE(read("http://mail.example.org", "masa@example.org"));
    EXPECT_FALSE(read("smtp://user@mail.example.org", "masa@example.org"));
    EXPECT_FALSE(read("smtp://mail.example.org:587", "no address"));
    EXPECT_EQ((*read("smtp://mail.example.org:587", "masa@example.org"))->host, "mail.example.org");
    EXPECT_EQ((*read("smtps://[::1]:465", "masa@example.org"))->host, "[::1]");
}

TEST(Letters, Speak_the_partnerships_words) {
    const terms::LocalWord local[] = {
        {terms::Word::business_unit, "MASA team", "MASA teams", {}, {}}};
    const std::vector<Told> told{{.kind = Kind::security_changed, .path = "/account"}};
    const auto theirs =
        say(told, "https://example.org", terms::Words(local, day(2026, 1, 22))).text;
    EXPECT_NE(theirs.find("tell the MASA team at once"), theirs.npos) << theirs;
    EXPECT_EQ(theirs.find("business unit"), theirs.npos);
    const auto ours = say(told, "https://example.org").text;
    EXPECT_NE(ours.find("tell the business unit at once"), ours.npos) << ours;
}

} // namespace
} // namespace openmasa::notices
