/* che-du-lieu-send.exe: hands marked files to the window that is there, or starts it.
 *
 * Explorer starts one process per marked file. A frozen Python costs a fifth of a second each; this costs none. It speaks
 * the window's own language (ui/single_instance.py): a named pipe whose name is a hash of user and session, one line of
 * JSON, the answer "ok".
 *
 *   x86_64-w64-mingw32-gcc -Os -s -municode -mwindows -Wall -Wextra -o che-du-lieu-send.exe launcher.c -lbcrypt -lshlwapi
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <bcrypt.h>
#include <shellapi.h>
#include <shlwapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define PATIENCE_MS 20000
#define LONGEST 40000 /* characters: a command line of Windows has at most 32,767 */

typedef struct {
    char *text;
    size_t length, room;
} Buffer;

static void put(Buffer *buffer, const char *text, size_t length)
{
    if (buffer->length + length + 1 > buffer->room) {
        buffer->room = (buffer->length + length + 1) * 2;
        buffer->text = realloc(buffer->text, buffer->room);
        if (!buffer->text)
            ExitProcess(3);
    }
    memcpy(buffer->text + buffer->length, text, length);
    buffer->length += length;
    buffer->text[buffer->length] = 0;
}

static char *utf8(const wchar_t *wide)
{
    int size = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *text = malloc(size > 0 ? size : 1);
    if (!text)
        ExitProcess(3);
    text[0] = 0;
    WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, size, NULL, NULL);
    return text;
}

/* A JSON string. */
static void put_string(Buffer *buffer, const wchar_t *wide)
{
    char *text = utf8(wide), escaped[8];
    put(buffer, "\"", 1);
    for (const char *c = text; *c; c++) {
        if (*c == '"' || *c == '\\') {
            put(buffer, "\\", 1);
            put(buffer, c, 1);
        } else if ((unsigned char)*c < 32) {
            put(buffer, escaped, snprintf(escaped, sizeof escaped, "\\u%04x", *c));
        } else {
            put(buffer, c, 1);
        }
    }
    put(buffer, "\"", 1);
    free(text);
}

/* The first of these variables that says something, as the window asks them. */
static char *variable(const wchar_t *const *names)
{
    static wchar_t value[LONGEST];
    for (; *names; names++)
        if (GetEnvironmentVariableW(*names, value, LONGEST) > 0)
            return utf8(value);
    return utf8(L"");
}

static int pipe_name(wchar_t *name, size_t room)
{
    static const wchar_t *const users[] = {L"LOGNAME", L"USER", L"LNAME", L"USERNAME", NULL};
    static const wchar_t *const sessions[] = {L"XDG_SESSION_ID", L"SESSIONNAME", NULL};
    static const wchar_t *const instances[] = {L"CHE_DU_LIEU_INSTANCE", NULL};
    char *user = variable(users), *session = variable(sessions), *instance = variable(instances);
    Buffer who = {0};
    put(&who, user, strlen(user) + 1);
    put(&who, session, strlen(session) + 1);
    put(&who, instance, strlen(instance));

    BCRYPT_ALG_HANDLE algorithm;
    BCRYPT_HASH_HANDLE hash;
    UCHAR digest[32];
    if (BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_SHA256_ALGORITHM, NULL, 0) < 0)
        return 0;
    if (BCryptCreateHash(algorithm, &hash, NULL, 0, NULL, 0, 0) < 0)
        return 0;
    if (BCryptHashData(hash, (PUCHAR)who.text, (ULONG)who.length, 0) < 0 ||
        BCryptFinishHash(hash, digest, sizeof digest, 0) < 0)
        return 0;
    int at = swprintf(name, room, L"\\\\.\\pipe\\che-du-lieu-");
    for (int n = 0; n < 8; n++)
        at += swprintf(name + at, room - at, L"%02x", digest[n]);
    return 1;
}

/* Write the line and wait for the answer. */
static int hand_over(const wchar_t *name, const Buffer *line)
{
    HANDLE pipe = INVALID_HANDLE_VALUE;
    for (int tries = 0; tries < 40; tries++) {
        pipe = CreateFileW(name, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
        if (pipe != INVALID_HANDLE_VALUE || GetLastError() != ERROR_PIPE_BUSY)
            break;
        WaitNamedPipeW(name, 500);
    }
    if (pipe == INVALID_HANDLE_VALUE)
        return 0;
    DWORD written, got;
    char answer[8] = {0};
    ULONG server;
    if (GetNamedPipeServerProcessId(pipe, &server))
        AllowSetForegroundWindow(server);
    int good = WriteFile(pipe, line->text, (DWORD)line->length, &written, NULL) && written == line->length &&
               ReadFile(pipe, answer, sizeof answer - 1, &got, NULL) && strncmp(answer, "ok", 2) == 0;
    CloseHandle(pipe);
    return good;
}

/* Start the window with our own arguments: they are the files. */
static int start_window(const wchar_t *arguments)
{
    static wchar_t program[LONGEST], command[LONGEST * 2];
    DWORD length = GetModuleFileNameW(NULL, program, LONGEST);
    if (!length || length >= LONGEST)
        return 0;
    wcscpy(PathFindFileNameW(program), L"redactor-ui.exe");
    if (swprintf(command, LONGEST * 2, L"\"%ls\" %ls", program, arguments) < 0)
        return 0;
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION started;
    if (!CreateProcessW(program, command, NULL, NULL, FALSE, 0, NULL, NULL, &start, &started))
        return 0;
    AllowSetForegroundWindow(started.dwProcessId);
    CloseHandle(started.hThread);
    CloseHandle(started.hProcess);
    return 1;
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR arguments, int show)
{
    (void)instance, (void)before, (void)show;
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count), name[128];
    const wchar_t *mode = L"review";
    Buffer files = {0}, line = {0};
    if (!words || !pipe_name(name, 128))
        return 3;
    for (int n = 1; n < count; n++) {
        if (wcscmp(words[n], L"--mode") == 0 && n + 1 < count) {
            mode = words[++n];
            continue;
        }
        if (files.length)
            put(&files, ",", 1);
        put_string(&files, words[n]);
    }
    put(&line, "{\"mode\":", 8);
    put_string(&line, mode);
    put(&line, ",\"files\":[", 10);
    if (files.length)
        put(&line, files.text, files.length);
    put(&line, "]}\n", 3);

    if (hand_over(name, &line))
        return 0;
    /* No window yet. One of us starts it and holds the others back until it listens. */
    HANDLE turn = CreateMutexW(NULL, FALSE, L"Local\\che-du-lieu-send");
    WaitForSingleObject(turn, PATIENCE_MS);
    int done = 0;
    for (int tries = 0; tries < 3 && !(done = hand_over(name, &line)); tries++)
        Sleep(50); /* a window that has just taken a line may need a moment to listen again */
    if (!done && (done = start_window(arguments))) {
        ULONGLONG until = GetTickCount64() + PATIENCE_MS;
        while (!WaitNamedPipeW(name, 50) && GetLastError() != ERROR_PIPE_BUSY && GetTickCount64() < until)
            Sleep(50);
    }
    ReleaseMutex(turn);
    return done ? 0 : 2;
}
