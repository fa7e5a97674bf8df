/* Stands in for the window in the setup's test: listens where the launcher knocks, writes down what it is told.
 * Writes to the file that CDL_HEARD names: "started <n>" once, then every line. Ends when it is told to, or when nobody has come for a minute. */
#define wWinMain launcher_main
#include "launcher.c"
#undef wWinMain

static void note(const char *text, size_t length)
{
    static wchar_t path[LONGEST];
    DWORD written;
    if (!GetEnvironmentVariableW(L"CDL_HEARD", path, LONGEST))
        ExitProcess(4);
    HANDLE file = CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_ALWAYS, 0, NULL);
    WriteFile(file, text, (DWORD)length, &written, NULL);
    CloseHandle(file);
}

static HANDLE listening(const wchar_t *name)
{
    return CreateNamedPipeW(name, PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED, PIPE_TYPE_BYTE | PIPE_WAIT,
                            PIPE_UNLIMITED_INSTANCES, 65536, 65536, 0, NULL);
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR arguments, int show)
{
    (void)instance, (void)before, (void)show;
    wchar_t name[128];
    if (!pipe_name(name, 128))
        return 3;
    Sleep(400); /* a window takes a moment */
    char *own = utf8(arguments);
    note("started ", 8);
    note(own, strlen(own));
    note("\n", 1);
    HANDLE pipe = listening(name);
    for (int idle = 0; idle < 600;) {
        OVERLAPPED wait = {.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL)};
        int waiting = !ConnectNamedPipe(pipe, &wait) && GetLastError() == ERROR_IO_PENDING;
        while (waiting && WaitForSingleObject(wait.hEvent, 100) == WAIT_TIMEOUT && idle < 600)
            idle++;
        HANDLE next = listening(name); /* as the window does: somebody always listens */
        if (idle < 600) {
            char line[65536];
            DWORD got = 0, written = 0;
            OVERLAPPED reading = {.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL)};
            ReadFile(pipe, line, sizeof line, NULL, &reading);
            if (GetOverlappedResult(pipe, &reading, &got, TRUE)) {
                int quit = got >= 13 && memcmp(line, "{\"mode\":\"quit", 13) == 0;
                if (!quit)
                    note(line, got);
                OVERLAPPED writing = {.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL)};
                WriteFile(pipe, "ok\n", 3, NULL, &writing);
                GetOverlappedResult(pipe, &writing, &written, TRUE);
                FlushFileBuffers(pipe);
                if (quit)
                    ExitProcess(0);
            }
            idle = 0;
        }
        DisconnectNamedPipe(pipe);
        CloseHandle(pipe);
        pipe = next;
    }
    return 0;
}
