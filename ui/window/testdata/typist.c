/* Works the program under test as other programs of Windows do: a program for typing Vietnamese, a console, its user.
 *
 *   typist type keys|chars|packets FILE   types FILE as it is sent by such a program, all at once
 *   typist console OUT COMMAND            runs COMMAND in a console of its own; OUT gets what the console shows
 *   typist box OUT                        waits for a message box, writes its words to OUT and presses OK
 *   typist where OUT                      writes where the window lies: left,top,right,bottom
 *   typist move LEFT,TOP,RIGHT,BOTTOM     moves the window
 *
 * FILE holds words: kHEX a letter that the keyboard sends, uHEX a letter that the typing program sends in its place,
 * b a letter taken back. With "keys" letters of the keyboard and Backspace are keys; with "chars" everything is a posted
 * WM_CHAR; with "packets" everything is a KEYEVENTF_UNICODE.
 */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define PATIENCE 30000 /* milliseconds */

static int fail(const char *what)
{
	fprintf(stderr, "typist: %s (%lu)\n", what, GetLastError());
	return 1;
}

static void write_text(const wchar_t *path, const wchar_t *text)
{
	FILE *f = _wfopen(path, L"wb");
	if (!f)
		exit(fail("cannot write"));
	int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
	char *bytes = malloc(size);
	WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, size, NULL, NULL);
	fwrite(bytes, 1, size - 1, f);
	fclose(f);
}

static HWND found;

static BOOL CALLBACK is_program(HWND window, LPARAM unused)
{
	wchar_t name[64];
	if (IsWindowVisible(window) && GetClassNameW(window, name, 64) && !wcscmp(name, L"GLFW30"))
		found = window;
	return !found;
}

static HWND program(void)
{
	found = NULL;
	EnumWindows(is_program, 0);
	if (!found)
		exit(fail("no window of the program"));
	return found;
}

/* The window with the keyboard: the program's, or that of a dialog. */
static HWND focus_of(HWND window)
{
	GUITHREADINFO info = {sizeof info};
	HWND front = GetForegroundWindow();
	DWORD thread = GetWindowThreadProcessId(front ? front : window, NULL);
	return GetGUIThreadInfo(thread, &info) && info.hwndFocus ? info.hwndFocus : window;
}

static INPUT *inputs;
static int count, room;

static void add(WORD key, WORD scan, DWORD flags)
{
	if (count == room)
		inputs = realloc(inputs, (room = room ? 2 * room : 64) * sizeof *inputs);
	memset(&inputs[count], 0, sizeof *inputs);
	inputs[count].type = INPUT_KEYBOARD;
	inputs[count].ki.wVk = key;
	inputs[count].ki.wScan = scan;
	inputs[count].ki.dwFlags = flags;
	count++;
}

static void add_key(WORD key)
{
	WORD scan = MapVirtualKeyW(key, MAPVK_VK_TO_VSC);
	add(key, scan, 0);
	add(key, scan, KEYEVENTF_KEYUP);
}

static void add_packet(WORD unit)
{
	add(0, unit, KEYEVENTF_UNICODE);
	add(0, unit, KEYEVENTF_UNICODE | KEYEVENTF_KEYUP);
}

static void add_letter(WORD unit)
{
	SHORT key = VkKeyScanW(unit);
	if (key == -1) {
		add_packet(unit);
		return;
	}
	if (key & 0x100)
		add(VK_SHIFT, MapVirtualKeyW(VK_SHIFT, MAPVK_VK_TO_VSC), 0);
	add_key(key & 0xFF);
	if (key & 0x100)
		add(VK_SHIFT, MapVirtualKeyW(VK_SHIFT, MAPVK_VK_TO_VSC), KEYEVENTF_KEYUP);
}

static int type(const wchar_t *form, const wchar_t *path)
{
	HWND window = program();
	FILE *f = _wfopen(path, L"r");
	char word[16];
	if (!f)
		return fail("cannot read");
	HWND focus = focus_of(window);
	while (fscanf(f, "%15s", word) == 1) {
		WORD unit = word[0] == 'b' ? VK_BACK : (WORD)strtoul(word + 1, NULL, 16);
		if (!wcscmp(form, L"chars"))
			PostMessageW(focus, WM_CHAR, unit, 1);
		else if (!wcscmp(form, L"packets"))
			add_packet(unit);
		else if (word[0] == 'u')
			add_packet(unit);
		else if (word[0] == 'b')
			add_key(VK_BACK);
		else
			add_letter(unit);
	}
	fclose(f);
	if (count && SendInput(count, inputs, sizeof *inputs) != (UINT)count)
		return fail("not everything was sent");
	return 0;
}

static int console(const wchar_t *out, wchar_t *command)
{
	STARTUPINFOW start = {sizeof start};
	PROCESS_INFORMATION process;
	FreeConsole();
	if (!AllocConsole())
		return fail("no console");
	if (!CreateProcessW(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &start, &process))
		return fail("cannot start the command");
	if (WaitForSingleObject(process.hProcess, PATIENCE) != WAIT_OBJECT_0)
		return fail("the command does not end");
	DWORD code, read;
	GetExitCodeProcess(process.hProcess, &code);
	HANDLE screen = CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
	CONSOLE_SCREEN_BUFFER_INFO info;
	if (!GetConsoleScreenBufferInfo(screen, &info))
		return fail("cannot read the console");
	int cells = info.dwSize.X * (info.dwCursorPosition.Y + 1);
	wchar_t *text = calloc(cells + 1, sizeof *text);
	COORD origin = {0, 0};
	ReadConsoleOutputCharacterW(screen, text, cells, origin, &read);
	write_text(out, text);
	return code;
}

static HWND box;

static BOOL CALLBACK is_box(HWND window, LPARAM unused)
{
	wchar_t name[64];
	if (IsWindowVisible(window) && GetClassNameW(window, name, 64) && !wcscmp(name, L"#32770"))
		box = window;
	return !box;
}

static wchar_t words[4096];

static BOOL CALLBACK collect(HWND window, LPARAM unused)
{
	wchar_t text[2048];
	if (GetWindowTextW(window, text, 2048) && wcslen(words) + wcslen(text) + 2 < 4096) {
		wcscat(words, text);
		wcscat(words, L"\n");
	}
	return TRUE;
}

static int press_ok(const wchar_t *out)
{
	for (int waited = 0; !box; waited += 100) {
		if (waited > PATIENCE)
			return fail("no message box");
		EnumWindows(is_box, 0);
		Sleep(100);
	}
	collect(box, 0);
	EnumChildWindows(box, collect, 0);
	write_text(out, words);
	PostMessageW(box, WM_COMMAND, IDOK, 0);
	return 0;
}

int wmain(int argc, wchar_t **argv)
{
	WINDOWPLACEMENT placement = {sizeof placement};
	RECT *r = &placement.rcNormalPosition;
	wchar_t text[64];
	if (argc == 4 && !wcscmp(argv[1], L"type"))
		return type(argv[2], argv[3]);
	if (argc == 4 && !wcscmp(argv[1], L"console"))
		return console(argv[2], argv[3]);
	if (argc == 3 && !wcscmp(argv[1], L"box"))
		return press_ok(argv[2]);
	if (argc == 3 && !wcscmp(argv[1], L"where")) {
		GetWindowPlacement(program(), &placement);
		swprintf(text, 64, L"%ld,%ld,%ld,%ld", r->left, r->top, r->right, r->bottom);
		write_text(argv[2], text);
		return 0;
	}
	if (argc == 3 && !wcscmp(argv[1], L"move") && swscanf(argv[2], L"%ld,%ld,%ld,%ld", &r->left, &r->top, &r->right, &r->bottom) == 4)
		return MoveWindow(program(), r->left, r->top, r->right - r->left, r->bottom - r->top, TRUE) ? 0 : fail("not moved");
	return fail("wrong arguments");
}
