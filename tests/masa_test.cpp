// The arrangements through the whole program: written, published, corrected, and who sees them.
#include "arrangements.hpp"
#include "core/clocks/running.hpp"
#include "core/files/attachment.hpp"

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST_F(Arrangements, Published_it_supersedes_the_one_before_and_is_reviewed_in_its_time) {
    const auto old = done([&] {
        return masa::record_earlier(t().db, t().unit,
                                    {.title = "Old plan",
                                     .area = "Here",
                                     .published_on = "30 September 2023",
                                     .signed_by = "The three",
                                     .sections = {{"Summary", "Old words"}}});
    });
    ASSERT_TRUE(old);
    EXPECT_FALSE(publish()) << "nobody has signed it";
    sign_by_all();
    ASSERT_TRUE(publish());
    EXPECT_EQ(now().published_on, t().today);
    const auto before = *partnership::find_masa(t().db, t().unit, *old);
    EXPECT_EQ(before.stage, MasaStage::superseded);
    EXPECT_EQ(before.superseded_on, t().today);
    const auto of = [&](const MasaId& id) {
        return clocks::about(t().db, partnership::arrangements_kind, id.view()).front();
    };
    EXPECT_TRUE(of(*old).is_stopped());
    EXPECT_FALSE(of(edition).is_stopped());
    const auto list = program.get(&t().reader, "/arrangements?on=1+March+2024").body;
    EXPECT_THAT(list, HasSubstr("To be reviewed by 22 Jan 2028"));
    EXPECT_THAT(list, HasSubstr(">Old plan</a></b>"));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Arrangements, Editions_recorded_later_take_their_place_by_their_day) {
    const auto record = [&](std::string title, std::string on) {
        return done([&] {
            return masa::record_earlier(t().db, t().unit,
                                        {.title = std::move(title),
                                         .area = "Here",
                                         .published_on = std::move(on),
                                         .signed_by = "The three",
                                         .sections = {{"Summary", "Words"}}});
        });
    };
    ASSERT_TRUE(record("Newer", "29 November 2024"));
    const auto older = record("Older", "30 September 2019");
    ASSERT_TRUE(older);
    const auto edition_of_2019 = *partnership::find_masa(t().db, t().unit, *older);
    EXPECT_EQ(edition_of_2019.stage, MasaStage::superseded);
    EXPECT_EQ(edition_of_2019.superseded_on, day(2024, 11, 29));
    const auto all = partnership::list_masa(t().db, t().unit);
    EXPECT_EQ(partnership::in_force(all, day(2021, 1, 1))->title, "Older");
    EXPECT_EQ(partnership::in_force(all, day(2024, 11, 29))->title, "Newer");
    EXPECT_EQ(partnership::in_force(all, day(2019, 9, 29)), nullptr);
    EXPECT_FALSE(record("Same day", "29 November 2024"));
    const auto wrong = record("", "tomorrow");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.refusal().problems.size(), 2u);
}

TEST_F(Arrangements, A_correction_is_another_snapshot_and_the_first_stays_byte_for_byte) {
    sign_by_all();
    ASSERT_TRUE(publish());
    const auto first_bytes = now().publications.at(0).content;
    masa::Correct command{.read = read(), .title = now().title, .words = {}};
    for (const auto& section : now().sections) command.words.push_back(section.words);
    command.corrected = "Nothing <b>";
    command.why = "No reason";
    const auto same = done([&] { return masa::correct(t().db, t().unit, command); });
    EXPECT_EQ(why(same), "No word is another than before.");
    command.words.front() = "One, put right";
    ASSERT_TRUE(done([&] { return masa::correct(t().db, t().unit, command); }));
    ASSERT_EQ(now().publications.size(), 2u);
    EXPECT_EQ(now().publications[0].content, first_bytes);
    EXPECT_EQ(sha256(now().publications[1].content), now().publications[1].digest);
    EXPECT_THAT(get(practitioner(), "/published"), HasSubstr("One, put right"));
    EXPECT_THAT(get(practitioner(), "/published"), HasSubstr("Nothing &lt;b&gt;"));
    EXPECT_THAT(get(practitioner(), "/published/1"), HasSubstr("It was corrected later"));
    EXPECT_EQ(get(practitioner(), "/published/1/arrangements.json"), first_bytes);
    EXPECT_THAT(get(practitioner(), "/published/2/arrangements.docx"), testing::StartsWith("PK"));
    EXPECT_EQ(status(practitioner(), "/published/3"), 404);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Arrangements, A_draft_is_for_those_who_make_it_and_who_answer_for_it) {
    EXPECT_EQ(status(practitioner()), 404);
    EXPECT_EQ(status(t().outsider), 404);
    EXPECT_EQ(status(t().unit), 200);
    EXPECT_EQ(status(council()), 200);
    EXPECT_THAT(program.get(&practitioner(), "/arrangements").body, Not(HasSubstr("Plan &lt;b")));
    ASSERT_TRUE(done([&] { return masa::consult(t().db, t().unit, read()); }));
    EXPECT_EQ(status(practitioner()), 200);
    EXPECT_THAT(get(practitioner()), Not(HasSubstr("Put it for signature")));
    EXPECT_EQ(status(practitioner(), "/change"), 404);
    EXPECT_EQ(status(t().outsider), 404);
    ASSERT_TRUE(done([&] { return masa::withdraw(t().db, t().unit, read(), "No use"); }));
    EXPECT_THAT(get(t().unit), HasSubstr("It came to nothing: No use"));
    EXPECT_EQ(status(practitioner()), 404);
}

TEST_F(Arrangements, Of_two_who_write_at_once_the_second_looks_again) {
    const auto old = read();
    write("First");
    const auto second_one = done([&] {
        return masa::write(t().db, t().unit,
                           masa::WriteMilestone{old,
                                                {.id = t().unit.new_id<masa::MasaPartId>(),
                                                 .what = "Too late",
                                                 .target = "Spring 2027"}});
    });
    ASSERT_FALSE(second_one);
    EXPECT_EQ(second_one.refusal().kind, Refusal::Kind::conflict);
}

TEST_F(Arrangements, Parts_are_written_moved_and_taken_away) {
    const auto part = [&] { return t().unit.new_id<masa::MasaPartId>(); };
    const auto milestone = part(), asked = part(), section = part();
    ASSERT_TRUE(done([&] {
        return masa::write(
            t().db, t().unit,
            masa::WriteMilestone{read(),
                                 {.id = milestone, .what = "Late <b>", .target = "2 Jan 2026"}});
    }));
    ASSERT_TRUE(done([&] {
        return masa::write(t().db, t().unit,
                           masa::WriteConsultation{read(),
                                                   {.id = asked,
                                                    .kind = partnership::Consulted::children,
                                                    .whom = "Young people <b>",
                                                    .when = "Spring"}});
    }));
    ASSERT_TRUE(done([&] {
        return masa::write(t().db, t().unit,
                           masa::WriteSection{read(), {section, "Foreword <b>", "Words"}, 0});
    }));
    EXPECT_EQ(now().sections.front().heading, "Foreword <b>");
    EXPECT_THAT(get(t().unit), HasSubstr("Late &lt;b&gt;"));
    EXPECT_THAT(get(t().unit), HasSubstr("Young people &lt;b&gt;"));
    EXPECT_THAT(get(t().unit, "/words"), HasSubstr("Foreword &lt;b&gt;"));
    const auto take = [&](masa::PartOf of, const masa::MasaPartId& id) {
        return static_cast<bool>(
            done([&] { return masa::take_away(t().db, t().unit, read(), of, id); }));
    };
    for (const auto& one :
         {std::pair{masa::PartOf::milestones, milestone},
          std::pair{masa::PartOf::consultation, asked}, std::pair{masa::PartOf::words, section}}) {
        EXPECT_TRUE(take(one.first, one.second));
        EXPECT_FALSE(take(one.first, one.second)) << "it is gone";
    }
    EXPECT_THAT(now().milestones, IsEmpty());
    EXPECT_THAT(now().consultation, IsEmpty());
    EXPECT_NE(now().sections.front().id, section);
}

TEST_F(Arrangements, Forms_say_everything_that_is_wrong_beside_its_field) {
    const auto path = "/arrangements/" + edition.str();
    const auto version = std::to_string(now().version);
    const auto post = [&](std::string_view below, std::string fields) {
        return program
            .post(&t().unit, path + std::string(below), fields + "&version=" + version,
                  "nonce" + std::string(below))
            .body;
    };
    EXPECT_THAT(post("/change", "title=&area=&authorised_on=soon"),
                testing::AllOf(HasSubstr("Say what it is called."), HasSubstr("Say which area"),
                               HasSubstr("Enter the day, as 12 June 2026.")));
    EXPECT_THAT(post("/milestones/new", "what=&target=&done_on=1+January+2030"),
                testing::AllOf(HasSubstr("Say what is to be done."), HasSubstr("Say by when"),
                               HasSubstr("It was done today or earlier.")));
    EXPECT_THAT(post("/consultation/new", "kind=agency&whom=&when="),
                testing::AllOf(HasSubstr("Say whom you asked."), HasSubstr("Say when you asked.")));
    EXPECT_THAT(post("/sections/new", "heading=&words=Kept"),
                testing::AllOf(HasSubstr("Give it a heading."), HasSubstr("Kept")));
    EXPECT_THAT(post("/checklist/scrutiny", "judged=&words=Somewhere"),
                HasSubstr("Say whether the words say it."));
    EXPECT_THAT(post("/withdraw", "why="), HasSubstr("Say why it comes to nothing."));
    EXPECT_THAT(post("/files", ""), HasSubstr("Choose a file."));
    EXPECT_EQ(std::to_string(now().version), version) << "nothing is saved of what was refused";
}

TEST_F(Arrangements, A_file_is_part_of_what_is_signed) {
    const auto add = [&](std::string name, std::string type, const std::string& content) {
        return done([&] {
            return masa::add_file(t().db, t().unit, read(),
                                  {.id = t().unit.new_id<files::FileId>(),
                                   .digest = program.storage.put(content),
                                   .size = static_cast<std::int64_t>(content.size()),
                                   .type = std::move(type),
                                   .name = std::move(name),
                                   .made_at = t().now,
                                   .scanned = "not scanned"});
        });
    };
    EXPECT_THAT(why(add("picture.png", "image/png", "picture")), HasSubstr("neither a Word file"));
    ASSERT_TRUE(add("plan <b>.pdf", "application/pdf", "first"));
    ASSERT_TRUE(add("plan <b>.pdf", "application/pdf", "second"));
    ASSERT_TRUE(add("wrong.pdf", "application/pdf", "wrong"));
    const auto wrong = masa::files_of(t().db, now()).back();
    ASSERT_EQ(wrong.name, "wrong.pdf");
    EXPECT_THAT(get(t().unit, "/words"), HasSubstr("Leave it out"));
    ASSERT_TRUE(done([&] { return masa::leave_out(t().db, t().unit, read(), wrong.id); }));
    EXPECT_FALSE(done([&] { return masa::leave_out(t().db, t().unit, read(), wrong.id); }));
    ASSERT_TRUE(offer());
    EXPECT_FALSE(done([&] {
        return masa::leave_out(t().db, t().unit, read(), masa::files_of(t().db, now())[0].id);
    })) << "it is for signature";
    const auto document = partnership::document_in(sign_offs().front().document.content);
    ASSERT_EQ(document.files.size(), 1u) << "the newest of its name";
    EXPECT_EQ(document.files[0].digest, sha256("second"));
    EXPECT_THAT(get(council(), "/sign"), HasSubstr(sha256("second")));
    const auto file =
        files::attachments_of(t().db, {partnership::arrangements_kind, edition.view()});
    EXPECT_EQ(get(t().unit, "/files/" + file.front().id.str()), "second");
    EXPECT_THAT(get(council(), "/sign"), HasSubstr("/files/" + file.front().id.str()))
        << "who signs can read it";
}

TEST_F(Arrangements, A_late_review_and_a_late_milestone_are_told_to_those_who_answer_for_it) {
    const auto old = done([&] {
        return masa::record_earlier(t().db, t().unit,
                                    {.title = "Old plan",
                                     .area = "Here",
                                     .published_on = "30 September 2023",
                                     .signed_by = "The three",
                                     .sections = {{"Summary", "Old words"}}});
    });
    ASSERT_TRUE(done([&] {
        return masa::write(t().db, t().unit,
                           masa::WriteMilestone{{*old, 1},
                                                {.id = t().unit.new_id<masa::MasaPartId>(),
                                                 .what = "Seats are filled <b>",
                                                 .target = "Autumn 2025"}});
    }));
    for (auto* who : {&t().unit, &council()}) {
        const auto home = program.get(who, "/").body;
        EXPECT_THAT(home, HasSubstr("The review of \u201cOld plan\u201d is late"));
        EXPECT_THAT(home, HasSubstr("A milestone of the arrangements is late"));
        EXPECT_THAT(home, HasSubstr("Seats are filled &lt;b&gt;: Autumn 2025."));
    }
    EXPECT_THAT(program.get(&practitioner(), "/").body, Not(HasSubstr("The review of")));
}

} // namespace
} // namespace openmasa
