#include "core/documents/confined.hpp"
#include "core/documents/pdf.hpp"
#include <arpa/inet.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace openmasa::documents {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ConfinedChild : public testing::Test {
protected:
    void SetUp() override {
        if (const auto why = why_not_confined(); !why.empty()) GTEST_SKIP() << why;
    }
    bool run(const std::string& words, std::chrono::seconds longest = std::chrono::seconds{10}) {
        return bool(run_confined(
            {.command = {"/bin/sh", "-c", words}, .folder = folder.path(), .longest = longest}));
    }
    std::string said() { return folder.get("said", 1 << 20); }
    WorkFolder folder;
};

TEST_F(ConfinedChild, Works_in_its_folder_and_its_end_is_known) {
    EXPECT_TRUE(run("echo hello > said"));
    EXPECT_EQ(said(), "hello\n");
    EXPECT_FALSE(run("exit 3"));
    EXPECT_FALSE(run_confined({.command = {"/no/such/program"}, .folder = folder.path()}));
}

TEST_F(ConfinedChild, Is_not_root_whoever_started_it) {
    EXPECT_TRUE(run("id -u > said"));
    EXPECT_NE(said(), "0\n");
}

TEST_F(ConfinedChild, Sees_no_records_and_no_other_folder) {
    const WorkFolder records;
    records.put("openmasa.db", "secret");
    std::filesystem::permissions(records.path(), std::filesystem::perms::all);
    std::filesystem::permissions(records.path() + "/openmasa.db", std::filesystem::perms::all);
    run(fmt::format("cat {0}/openmasa.db > said; ls {0} >> said; ls / >> said; ls /root >> said; "
                    "ls /home >> said; echo end >> said",
                    records.path()));
    EXPECT_EQ(said(), "end\n");
    EXPECT_TRUE(
        run(fmt::format("touch {}/new 2>/dev/null || echo refused > said", records.path())));
    EXPECT_EQ(said(), "refused\n");
}

TEST_F(ConfinedChild, Has_no_network_but_its_own_and_that_is_down) {
    EXPECT_TRUE(run("cat /proc/net/dev | tail -n +3 | cut -d: -f1 > said; "
                    "wc -l < /proc/net/route > routes"));
    EXPECT_THAT(said(), HasSubstr("lo"));
    EXPECT_EQ(std::ranges::count(said(), '\n'), 1) << said();
}

TEST_F(ConfinedChild, Finds_nothing_open_and_nothing_in_its_surroundings) {
    setenv("OPENMASA_SECRET", "in the surroundings", 1);
    std::ifstream open("/proc/self/status");
    EXPECT_TRUE(run("ls /proc/self/fd | wc -l > said; env >> said"));
    EXPECT_THAT(said(), Not(HasSubstr("in the surroundings")));
    EXPECT_LE(std::stoi(said()), 5) << said();
}

TEST_F(ConfinedChild, Is_ended_with_all_that_it_started_when_it_takes_too_long) {
    const auto began = std::chrono::steady_clock::now();
    EXPECT_FALSE(run("sleep 30 & sleep 30", std::chrono::seconds{1}));
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds{5});
}

class Pdf : public testing::Test {
protected:
    void SetUp() override {
        if (const auto why = why_no_pdf(); !why.empty()) GTEST_SKIP() << why;
    }
};

TEST_F(Pdf, Is_tagged_says_its_title_and_leads_where_the_page_leads) {
    const auto pdf = print_pdf({.title = "Highlight report",
                                .main = html(R"(<h1>Neglect</h1><a href="/actions/1">One</a>)"),
                                .site = "https://masa.example.org"});
    ASSERT_TRUE(pdf) << pdf.refusal().problems.at(0).words;
    EXPECT_THAT(*pdf, StartsWith("%PDF-"));
    EXPECT_THAT(*pdf, HasSubstr("/StructTreeRoot"));
    EXPECT_THAT(*pdf, HasSubstr("Highlight report"));
    EXPECT_THAT(*pdf, HasSubstr("https://masa.example.org/actions/1"));
}

/// Somebody listens where the page would fetch a picture: nobody comes.
TEST_F(Pdf, Fetches_nothing) {
    const int listening = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in here{
        .sin_family = AF_INET, .sin_port = 0, .sin_addr = {htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
    socklen_t size = sizeof here;
    ASSERT_EQ(bind(listening, reinterpret_cast<sockaddr*>(&here), size), 0);
    ASSERT_EQ(listen(listening, 1), 0);
    ASSERT_EQ(getsockname(listening, reinterpret_cast<sockaddr*>(&here), &size), 0);
    const auto address = fmt::format("http://127.0.0.1:{}", ntohs(here.sin_port));
    EXPECT_TRUE(print_pdf(
        {.title = "A page", .main = html(R"(<img src="{}/x.png">)", address), .site = address}));
    pollfd comes{.fd = listening, .events = POLLIN, .revents = 0};
    EXPECT_EQ(poll(&comes, 1, 200), 0);
    close(listening);
}

TEST(Pdf_without_a_browser, Is_refused_in_a_sentence) {
    const char* before = std::getenv("OPENMASA_CHROMIUM");
    const std::string kept = before ? before : "";
    setenv("OPENMASA_CHROMIUM", "/nowhere/chromium", 1);
    const auto pdf = print_pdf({.title = "A page", .main = {}});
    EXPECT_FALSE(pdf);
    EXPECT_EQ(why_no_pdf(), "No PDF can be made on this server: Chromium is not installed.");
    before ? setenv("OPENMASA_CHROMIUM", kept.c_str(), 1) : unsetenv("OPENMASA_CHROMIUM");
}

TEST(Standalone_page, Escapes_its_title_and_brings_its_look_with_it) {
    const auto page = standalone({.title = "<b>", .main = html("<p>words</p>")});
    EXPECT_THAT(page, HasSubstr("<title>&lt;b&gt;</title>"));
    EXPECT_THAT(page, HasSubstr(".govuk-heading-l"));
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

} // namespace
} // namespace openmasa::documents
