#include "core/backup/sealed_file.hpp"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>

namespace openmasa::backup {
namespace {

namespace files = std::filesystem;

constexpr KeyCost cheap{1, 8u << 20};

class Sealed : public testing::Test {
protected:
    Sealed() {
        auto name = (files::temp_directory_path() / "openmasa-sealed-XXXXXX").string();
        if (!mkdtemp(name.data())) std::abort();
        folder = name;
    }
    ~Sealed() override { files::remove_all(folder); }

    std::string path() const { return folder / "backup"; }
    void write(const std::string& words) const {
        SealedFile file(path(), "correct horse", cheap);
        for (std::size_t at = 0; at < words.size(); at += 1000)
            file.write(std::string_view(words).substr(at, 1000));
        file.finish();
    }
    std::string read() const {
        auto reader = SealedReader::open(path(), "correct horse");
        if (!reader) return "refused";
        std::string whole;
        for (;;) {
            const auto some = reader->read(777);
            whole += some;
            if (some.size() < 777) return whole;
        }
    }
    std::string bytes() const {
        std::ifstream file(path(), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void put(const std::string& bytes) const {
        std::ofstream(path(), std::ios::binary | std::ios::trunc) << bytes;
    }
    /// Whether reading tells that something is wrong.
    bool is_refused() const {
        try {
            return read() == "refused";
        } catch (const std::runtime_error&) {
            return true;
        }
    }
    static std::string noise(std::size_t size) {
        std::mt19937 random(7);
        std::string words(size, ' ');
        for (auto& c : words) c = static_cast<char>(random());
        return words;
    }

    files::path folder;
};

TEST_F(Sealed, What_was_written_is_read_again) {
    for (const auto& words :
         {std::string(), std::string("one word"), noise(65536), noise(300000)}) {
        write(words);
        EXPECT_TRUE(read() == words) << words.size();
    }
}

TEST_F(Sealed, Nothing_of_it_can_be_read_without_the_passphrase) {
    write("a child's name, a child's name");
    EXPECT_EQ(bytes().find("name"), std::string::npos);
    const auto refused = SealedReader::open(path(), "another horse");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.refusal().problems[0].words.find("not the passphrase"), std::string::npos);
}

TEST_F(Sealed, Any_changed_byte_shows) {
    write(noise(200000));
    const auto good = bytes();
    for (std::size_t at = 18; at < good.size(); at += at < 200 ? 7 : 1999) {
        auto bad = good;
        // The cost of the key stands in the head: a high byte would only ask for more memory.
        if (at >= 34 && at < 50) continue;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        put(bad);
        EXPECT_TRUE(is_refused()) << at;
    }
}

TEST_F(Sealed, A_file_cut_short_or_made_longer_shows) {
    write(noise(200000));
    const auto good = bytes();
    for (std::size_t size = 0; size < good.size(); size += 4999) {
        put(good.substr(0, size));
        EXPECT_TRUE(is_refused()) << size;
    }
    put(good + "x");
    EXPECT_TRUE(is_refused());
}

TEST_F(Sealed, A_head_that_asks_for_all_memory_is_refused) {
    write("words");
    auto forged = bytes();
    forged[18 + 16 + 8 + 7] = 1; // 2^56 bytes
    put(forged);
    EXPECT_EQ(read(), "refused");
}

TEST_F(Sealed, What_was_not_finished_leaves_nothing) {
    write("the one before");
    { SealedFile(path(), "correct horse", cheap).write("half"); }
    EXPECT_EQ(read(), "the one before");
    EXPECT_EQ(std::distance(files::directory_iterator(folder), {}), 1);
}

TEST_F(Sealed, What_does_not_prove_itself_leaves_the_one_before) {
    write("the one before");
    SealedFile file(path(), "correct horse", cheap);
    file.write("another");
    EXPECT_THROW(file.finish([&](const std::string& unfinished) {
        EXPECT_NE(unfinished, path());
        throw std::runtime_error("not as it was written");
    }),
                 std::runtime_error);
    EXPECT_EQ(read(), "the one before");
}

TEST_F(Sealed, A_place_that_cannot_be_written_is_said) {
    EXPECT_THROW(SealedFile("/proc/nothing/backup", "x", cheap), std::runtime_error);
}

} // namespace
} // namespace openmasa::backup
