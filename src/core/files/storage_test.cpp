#include "core/access/secret.hpp"
#include "core/files/reply_file.hpp"
#include "core/files/storage.hpp"
#include "store/fault.hpp"
#include <fstream>
#include <gmock/gmock.h>
#include <sys/stat.h>

namespace openmasa::files {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class KeptFiles : public testing::Test {
protected:
    KeptFiles() {
        auto name = (std::filesystem::temp_directory_path() / "openmasa-files-XXXXXX").string();
        if (!mkdtemp(name.data())) std::abort();
        folder = name;
    }
    ~KeptFiles() override { std::filesystem::remove_all(folder); }
    int count() const {
        int files = 0;
        storage().each([&](const Storage::Found&) { ++files; });
        return files;
    }
    Storage storage() const { return Storage(folder / "files"); }
    std::filesystem::path folder;
};

TEST_F(KeptFiles, Come_back_as_they_were_and_the_same_content_is_there_once) {
    const std::string content("a\0b\xff", 4);
    const auto digest = storage().put(content);
    EXPECT_EQ(digest, sha256(content));
    EXPECT_EQ(storage().put(content), digest);
    EXPECT_EQ(storage().get(digest), content);
    EXPECT_EQ(storage().get(storage().put("")), "");
    EXPECT_EQ(count(), 2);
}

TEST_F(KeptFiles,
       One_that_was_changed_behind_the_program_is_not_given_out_and_is_mended_by_its_content) {
    const auto digest = storage().put("evidence");
    std::ofstream(folder / "files" / digest.substr(0, 2) / digest.substr(2)) << "another";
    EXPECT_TRUE(storage().has(digest));
    EXPECT_EQ(storage().get(digest), std::nullopt);
    EXPECT_EQ(storage().put("evidence"), digest);
    EXPECT_EQ(storage().get(digest), "evidence");
}

TEST_F(KeptFiles, A_name_that_is_no_digest_leads_nowhere) {
    std::ofstream(folder / "secret") << "secret";
    for (const std::string bad : {"", "../secret", "../../secret", "..%2fsecret"}) {
        EXPECT_EQ(storage().get(bad), std::nullopt) << bad;
        EXPECT_FALSE(storage().has(bad)) << bad;
    }
}

TEST_F(KeptFiles, What_cannot_be_written_is_a_fault_and_leaves_nothing) {
    std::ofstream(folder / "files") << "a file where the folder should be";
    EXPECT_THROW(storage().put("content"), store::Fault);
}

TEST_F(KeptFiles, A_file_where_the_folder_should_be_is_told_with_its_place_and_what_to_do) {
    EXPECT_NO_THROW(storage().check_place()); // not there yet
    std::ofstream(folder / "files") << "a file where the folder should be";
    const auto words = [&](auto act) -> std::string {
        try {
            act();
        } catch (const store::Fault& fault) {
            EXPECT_EQ(fault.kind(), store::Fault::Kind::unsuitable);
            return fault.what();
        }
        return "nothing";
    };
    const auto told = AllOf(HasSubstr((folder / "files").string()), HasSubstr("is a file"),
                            HasSubstr("OPENMASA_FILES"));
    EXPECT_THAT(words([&] { storage().check_place(); }), told);
    EXPECT_THAT(words([&] { storage().put("content"); }), told);
    EXPECT_THAT(words([&] { Storage::Incoming coming(storage()); }), told);
    EXPECT_THAT(words([&] { count(); }), told);
}

TEST_F(KeptFiles, Are_for_the_programs_own_user_alone) {
    const auto digest = storage().put("evidence");
    struct stat facts {};
    ASSERT_EQ(stat((folder / "files" / digest.substr(0, 2) / digest.substr(2)).c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0600u);
}

TEST(FileDownloads, Are_attachments_whose_name_cannot_break_out) {
    const auto reply = reply_file({.type = "text/plain", .name = "Ev\"il\r\nX: é.txt"}, "content");
    std::string disposition;
    for (const auto& header : reply.headers)
        if (header.name == "Content-Disposition") disposition = header.value;
    EXPECT_THAT(disposition, HasSubstr("attachment; filename=\"Ev_il__X: __.txt\""));
    EXPECT_THAT(disposition, HasSubstr("filename*=UTF-8''Ev%22il%0D%0AX%3A%20%C3%A9.txt"));
}

} // namespace
} // namespace openmasa::files
