#include "core/access/secret.hpp"
#include "core/files/attachment.hpp"
#include "core/files/scanner.hpp"
#include "core/files/type.hpp"
#include "store/test_database.hpp"
#include <fstream>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace openmasa::files {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Attachments : public testing::Test {
protected:
    Attachments() : db((test.migrate(), test.database())) { unsetenv("OPENMASA_CLAMD"); }

    Result<File> kept(const std::string& name, const std::string& content) {
        return keep(storage, scope, {name, "application/pdf", content}, "file");
    }
    Attachment attached(const std::string& record, const std::string& name,
                        const std::string& content) {
        Attachment made;
        const auto done = db.atomically([&]() -> Result<Done> {
            made = attach(db, scope, {"action", record}, TRY(kept(name, content)));
            return Done{};
        });
        EXPECT_TRUE(done);
        db.finish();
        return made;
    }
    std::string why_refused(const std::string& content) {
        const auto result = kept("evidence.pdf", content);
        return result ? "" : result.refusal().problems.at(0).words;
    }

    store::TestDatabase test;
    store::Db db;
    Storage storage{std::filesystem::path(test.file() + "-files")};
    Scope scope = command_line_scope(test.noon(), system_randomness());
};

TEST_F(Attachments, The_same_name_on_the_same_record_is_its_next_version) {
    attached("1", "minutes.pdf", "%PDF-1.7 first");
    const auto second = attached("1", "minutes.pdf", "%PDF-1.7 second");
    const auto elsewhere = attached("2", "minutes.pdf", "%PDF-1.7 first");
    EXPECT_EQ(second.version, 2);
    EXPECT_EQ(elsewhere.version, 1);
    EXPECT_EQ(spoken_facts(second), "PDF, 15 bytes, version 2, not scanned for viruses");
    EXPECT_THAT(attachments_of(db, {"action", "1"}), SizeIs(2));
    EXPECT_EQ(storage.get(find_attachment(db, {"action", "1"}, second.id)->file.digest),
              "%PDF-1.7 second");
    EXPECT_FALSE(find_attachment(db, {"action", "2"}, second.id));
}

TEST_F(Attachments, What_is_empty_too_large_or_a_program_is_refused) {
    EXPECT_THAT(why_refused(""), HasSubstr("empty"));
    EXPECT_THAT(why_refused(std::string(largest_file + 1, 'x')), HasSubstr("20 MB at most"));
    EXPECT_THAT(why_refused("MZ\x90"), HasSubstr("program"));
    EXPECT_THAT(why_refused("#!/bin/sh\n"), HasSubstr("program"));
    EXPECT_EQ(why_refused(std::string(largest_file, 'x')), "");
}

TEST_F(Attachments, Verify_finds_what_is_missing_changed_and_left_over) {
    attached("1", "a.txt", "one");
    const auto changed = attached("1", "b.txt", "two").file.digest;
    const auto missing = attached("1", "c.txt", "three").file.digest;
    std::vector<std::string> faults;
    EXPECT_EQ(verify(db, storage, faults), 3);
    EXPECT_THAT(faults, IsEmpty());
    std::ofstream(storage.folder() / changed.substr(0, 2) / changed.substr(2)) << "another";
    storage.remove(missing);
    storage.put("nobody's");
    storage.each([](const Storage::Found& found) {
        std::filesystem::last_write_time(found.path, std::filesystem::file_time_type::clock::now() -
                                                         std::chrono::hours{72});
    });
    verify(db, storage, faults);
    EXPECT_THAT(faults, testing::UnorderedElementsAre(HasSubstr("b.txt"), HasSubstr("is missing"),
                                                      HasSubstr("Nothing in the records uses")));
}

TEST(FileTypes, Are_told_from_the_content) {
    const auto media = [](std::string_view content) { return type_of(content).media; };
    EXPECT_EQ(media("%PDF-1.7"), "application/pdf");
    EXPECT_EQ(media("\x89PNG\r\n\x1a\n...."), "image/png");
    EXPECT_EQ(media("plain words \u00e9"), "text/plain");
    EXPECT_EQ(media("<svg xmlns='http://www.w3.org/2000/svg' onload='x'>"), "image/svg+xml");
    EXPECT_EQ(media("  <!-- x --><ScRiPt>"), "text/html");
    EXPECT_EQ(media("\xEF\xBB\xBF<html>"), "text/html");
    EXPECT_EQ(media("<?xml version='1.0'?><a/>"), "application/xml");
    EXPECT_EQ(media("PK\x03\x04....word/document.xml"),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(media("PK\x03\x04....other"), "application/zip");
    EXPECT_EQ(media(std::string_view("\0\1\2\3", 4)), "application/octet-stream");
    EXPECT_TRUE(type_of("\x7f"
                        "ELF")
                    .is_program);
    EXPECT_EQ(spoken_type("image/svg+xml"), "SVG picture");
    EXPECT_EQ(spoken_type("text/plain"), "text");
}

/// Speaks clamd's INSTREAM for one file: whoever says EICAR is infected.
class TestScanner {
public:
    explicit TestScanner(const std::string& path, bool answers = true)
        : socket_(socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un at{};
        at.sun_family = AF_UNIX;
        path.copy(at.sun_path, sizeof at.sun_path - 1);
        EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&at), sizeof at), 0);
        EXPECT_EQ(listen(socket_, 1), 0);
        thread_ = std::thread([this, answers] { serve(answers); });
    }
    ~TestScanner() {
        thread_.join();
        close(socket_);
    }

private:
    void serve(bool answers) const {
        const int guest = accept(socket_, nullptr, nullptr);
        std::string heard;
        char some[4096];
        while (!heard.ends_with(std::string(4, '\0'))) {
            const auto count = recv(guest, some, sizeof some, 0);
            if (count <= 0) break;
            heard.append(some, static_cast<std::size_t>(count));
        }
        const bool asked = heard.starts_with(std::string("zINSTREAM\0", 10));
        const std::string said =
            heard.find("EICAR") != heard.npos ? "stream: Eicar-Test FOUND" : "stream: OK";
        if (asked && answers) send(guest, said.c_str(), said.size() + 1, MSG_NOSIGNAL);
        close(guest);
    }
    int socket_;
    std::thread thread_;
};

TEST_F(Attachments, The_scanner_is_asked_and_what_it_finds_is_refused) {
    const auto socket = test.file() + "-scanner";
    EXPECT_EQ(scan("", "words"), Scan::not_scanned);
    EXPECT_EQ(scan(socket, "words"), Scan::failed); // nobody is there
    {
        const TestScanner scanner(socket);
        EXPECT_EQ(scan(socket, std::string(600'000, 'x')), Scan::clean);
    }
    unlink(socket.c_str());
    {
        const TestScanner scanner(socket, false);
        EXPECT_EQ(scan(socket, "words"), Scan::failed);
    }
    unlink(socket.c_str());
    setenv("OPENMASA_CLAMD", socket.c_str(), 1);
    {
        const TestScanner scanner(socket);
        EXPECT_THAT(why_refused("EICAR"), HasSubstr("something harmful"));
    }
    EXPECT_FALSE(storage.has(sha256("EICAR")));
    EXPECT_THAT(why_refused("words"), HasSubstr("does not answer"));
    unsetenv("OPENMASA_CLAMD");
}

} // namespace
} // namespace openmasa::files
