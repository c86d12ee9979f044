// A disk that takes its time: loaded before a server, each wait for the disk takes BENCH_DISK_MS
// milliseconds more. For machines whose disk answers from a cache.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int later(char const* name, int file) {
    static long ms = -1;
    if (ms < 0) {
        char const* said = getenv("BENCH_DISK_MS");
        ms = said == NULL ? 0 : strtol(said, NULL, 10);
    }
    struct timespec wait = {ms / 1000, ms % 1000 * 1000000L};
    nanosleep(&wait, NULL);
    return ((int (*)(int))dlsym(RTLD_NEXT, name))(file);
}

int fsync(int file) { return later("fsync", file); }
int fdatasync(int file) { return later("fdatasync", file); }
