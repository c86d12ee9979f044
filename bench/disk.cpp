// bench_disk FILE SECONDS: how many times a second four kilobytes reach the disk, one wait for
// each.
//
// Two numbers: appended to a file that grows, and written over what is there, as a journal of
// constant size is. The second is what a database can hope for that waits once for each act.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr std::size_t piece = 4096;
constexpr off_t around = 1024 * piece;

double seconds_since(std::chrono::steady_clock::time_point then) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - then).count();
}

double rate(int file, double seconds, bool appends) {
    std::vector<char> const bytes(piece, 'r');
    auto const began = std::chrono::steady_clock::now();
    std::int64_t done = 0;
    off_t at = appends ? around : 0;
    while (seconds_since(began) < seconds) {
        if (::pwrite(file, bytes.data(), piece, at) != ssize_t(piece) || ::fdatasync(file) != 0) {
            std::perror("bench_disk");
            std::exit(1);
        }
        ++done;
        at += piece;
        if (!appends) at %= around;
    }
    return double(done) / seconds_since(began);
}

} // namespace

int main(int count, char** words) {
    if (count != 3) return 2;
    auto const seconds = std::strtod(words[2], nullptr);
    auto const file = ::open(words[1], O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, 0600);
    std::vector<char> const all(around, 'r');
    if (file < 0 || ::pwrite(file, all.data(), all.size(), 0) != around || ::fsync(file) != 0) {
        std::perror("bench_disk");
        return 1;
    }
    auto const over = rate(file, seconds / 2, false);
    auto const appended = rate(file, seconds / 2, true);
    std::printf("{\"appended\": %.1f, \"over\": %.1f}\n", appended, over);
    ::unlink(words[1]);
    return 0;
}
