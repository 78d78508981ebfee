// The arrangements as they stood on an earlier day: the register, an edition, what was published.
#include "arrangements.hpp"
#include "core/history/history.hpp"

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class PastArrangements : public Arrangements {
protected:
    /// An edition that was begun twenty days ago; pages are asked for today.
    PastArrangements() {
        later(-20);
        t().in_one_transaction([&] {
            edition = masa::begin(t().db, t().unit, {.title = "Past <b>&", .area = "Here"}).value();
            judge_all();
        });
    }
    /// From now on people write so many days later.
    void later(int days) {
        for (auto* who : {&t().unit, &council(), &police(), &health(), &practitioner()}) {
            who->today += std::chrono::days{days};
            who->now += std::chrono::hours{24 * days};
        }
    }
    Day day_of_writing() { return t().unit.today; }
    MasaId record(std::string title, std::string on, std::string words = "Words <b>") {
        return *done([&] {
            return masa::record_earlier(t().db, t().unit,
                                        {.title = std::move(title),
                                         .area = "Here",
                                         .published_on = std::move(on),
                                         .signed_by = "The three",
                                         .sections = {{"Summary", std::move(words)}}});
        });
    }
    std::string list(const Scope& who, Day on, std::string_view more = "") {
        return program.get(&who, "/arrangements?as-at=" + iso(on) + std::string(more)).body;
    }
    std::string page(const Scope& who, Day on, std::string_view below = "") {
        return get(who, std::string(below) + "?as-at=" + iso(on));
    }
    const Day first_day = t().today - std::chrono::days{20};
};

TEST_F(PastArrangements, An_edition_is_shown_with_the_words_and_the_stage_of_that_day) {
    later(5);
    write("Other words <i>");
    ASSERT_TRUE(done([&] { return masa::consult(t().db, t().unit, read()); }));
    later(5);
    ASSERT_TRUE(offer());
    ASSERT_TRUE(sign(council(), first));
    const auto then = page(t().unit, first_day, "/words");
    EXPECT_THAT(then, HasSubstr("As it was on 2 January 2026"));
    EXPECT_THAT(then, HasSubstr("One &lt;b&gt;&amp;"));
    EXPECT_THAT(then, Not(HasSubstr("Other words")));
    EXPECT_THAT(then, Not(HasSubstr("Add a section")));
    const auto middle = first_day + std::chrono::days{6};
    EXPECT_THAT(page(t().unit, middle, "/words"), HasSubstr("Other words &lt;i&gt;"));
    EXPECT_THAT(page(t().unit, middle), HasSubstr("Out for consultation"));
    EXPECT_THAT(page(t().unit, middle), Not(HasSubstr("Put it for signature")));
    EXPECT_THAT(page(t().unit, middle), Not(HasSubstr("Signed by")));
    const auto today = page(council(), day_of_writing());
    EXPECT_THAT(today, HasSubstr("Signed by Lead safeguarding partner"));
    EXPECT_THAT(today, Not(HasSubstr("Read and sign")));
    EXPECT_THAT(get(t().unit), HasSubstr("See this page as it was on another day"));
    EXPECT_EQ(program
                  .get(&t().unit, "/arrangements/" + edition.str() +
                                      "?as-at=" + iso(first_day - std::chrono::days{1}))
                  .status,
              404);
}

TEST_F(PastArrangements, The_register_has_the_editions_of_that_day_and_how_they_stood) {
    record("Plan of 2019 <b>", "30 September 2019");
    record("Plan of 2024", "29 November 2024");
    const auto then = list(t().reader, day(2020, 6, 1));
    EXPECT_THAT(then, HasSubstr("Plan of 2019 &lt;b&gt;"));
    EXPECT_THAT(then, HasSubstr("in force since 30 Sep 2019"));
    EXPECT_THAT(then, Not(HasSubstr("Superseded")));
    EXPECT_THAT(then, Not(HasSubstr("Plan of 2024")));
    const auto newer = list(t().reader, day(2024, 12, 1));
    EXPECT_THAT(newer, HasSubstr("Superseded"));
    EXPECT_THAT(newer, HasSubstr("in force since 29 Nov 2024"));
    EXPECT_THAT(newer, Not(HasSubstr("Begin the next edition")));
    EXPECT_THAT(list(t().reader, day(2019, 1, 1)), HasSubstr("No edition is in force."));
    EXPECT_THAT(list(t().reader, day(2020, 6, 1), "&known=then"),
                HasSubstr("No edition is in force."))
        << "it was written down later";
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(PastArrangements, What_was_published_is_read_as_it_was_before_it_was_corrected) {
    sign_by_all();
    ASSERT_TRUE(publish());
    later(9);
    masa::Correct command{.read = read(), .title = now().title, .words = {}};
    for (const auto& section : now().sections) command.words.push_back(section.words);
    command.corrected = "A slip";
    command.why = "A wrong number";
    command.words.front() = "Put right";
    ASSERT_TRUE(done([&] { return masa::correct(t().db, t().unit, command); }));
    EXPECT_THAT(page(practitioner(), day_of_writing(), "/published"), HasSubstr("Put right"));
    const auto then = page(practitioner(), first_day, "/published");
    EXPECT_THAT(then, HasSubstr("One &lt;b&gt;&amp;"));
    EXPECT_THAT(then, Not(HasSubstr("Put right")));
    EXPECT_EQ(status(practitioner(), "/published/2?as-at=" + iso(first_day)), 404);
}

TEST_F(PastArrangements, Whoever_may_not_see_it_now_or_could_not_then_does_not_see_it) {
    later(3);
    ASSERT_TRUE(done([&] { return masa::consult(t().db, t().unit, read()); }));
    const auto in_consultation = day_of_writing();
    const auto asked = [&](const Scope& who, Day on) { return status(who, "?as-at=" + iso(on)); };
    EXPECT_EQ(asked(practitioner(), in_consultation), 200);
    EXPECT_EQ(asked(practitioner(), first_day), 404) << "it was a draft then";
    EXPECT_EQ(asked(t().unit, first_day), 200);
    EXPECT_EQ(asked(council(), first_day), 200);
    EXPECT_EQ(asked(t().outsider, in_consultation), 404);
    EXPECT_THAT(list(practitioner(), first_day), Not(HasSubstr("Past &lt;b")));
    later(3);
    ASSERT_TRUE(done([&] { return masa::withdraw(t().db, t().unit, read(), "No use"); }));
    EXPECT_EQ(asked(practitioner(), in_consultation), 404) << "it came to nothing";
    EXPECT_EQ(asked(t().unit, in_consultation), 200);
    EXPECT_THAT(page(t().unit, in_consultation), Not(HasSubstr("No use")));
}

TEST_F(PastArrangements, Every_part_of_a_version_reads_back_as_it_was) {
    ASSERT_TRUE(done([&] {
        return masa::write(t().db, t().unit,
                           masa::WriteMilestone{read(),
                                                {.id = t().unit.new_id<masa::MasaPartId>(),
                                                 .what = "Seats <b>",
                                                 .target = "Spring 2026",
                                                 .note = "one\ntwo"},
                                                "2 January 2026"});
    }));
    ASSERT_TRUE(done([&] {
        return masa::write(t().db, t().unit,
                           masa::WriteConsultation{read(),
                                                   {.id = t().unit.new_id<masa::MasaPartId>(),
                                                    .kind = partnership::Consulted::children,
                                                    .whom = "Young people",
                                                    .when = "Spring",
                                                    .how = "A workshop",
                                                    .said = "More",
                                                    .came_of_it = "More of it"}});
    }));
    sign_by_all();
    ASSERT_TRUE(publish());
    const auto edition_now = now();
    const auto content = partnership::content_of(edition_now);
    EXPECT_EQ(partnership::content_of(partnership::masa_in(content)), content);
    EXPECT_THROW(partnership::masa_in({{"stage", "burnt"}}), store::Fault);
}

} // namespace
} // namespace openmasa
