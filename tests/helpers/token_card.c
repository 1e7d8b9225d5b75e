/* A PKCS#11 driver before SoftHSM's that makes a card of it: it counts wrong PINs, locks, and can be pulled out.
 *
 * What it knows stands in the file that TOKEN_CARD names, as on a card: "in 3" or "out 3" (tries that are left).
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SOFTHSM "/usr/lib/softhsm/libsofthsm2.so"
#define FUNCTIONS 68
#define TRIES 3
enum { GET_FUNCTION_LIST = 3, GET_SLOT_LIST = 4, GET_TOKEN_INFO = 6, LOGIN = 18, SIGN_INIT = 42, SIGN = 43 };
enum { OK = 0, DEVICE_REMOVED = 0x32, PIN_INCORRECT = 0xA0, PIN_LOCKED = 0xA4 };
enum { COUNT_LOW = 0x10000, FINAL_TRY = 0x20000, LOCKED = 0x40000 };
enum { FLAGS_AT = 96 }; /* CK_TOKEN_INFO: label 32, manufacturer 32, model 16, serial 16, flags */

typedef unsigned long word;
typedef word (*any)();
typedef struct {
    unsigned char version[2];
    any f[FUNCTIONS];
} list;

static list real, ours;

static int card(char state[8]) {
    int tries = TRIES;
    FILE *file = fopen(getenv("TOKEN_CARD"), "r");
    if (!file || fscanf(file, "%7s %d", state, &tries) != 2) strcpy(state, "in");
    if (file) fclose(file);
    return tries;
}

static void write_card(const char *state, int tries) {
    FILE *file = fopen(getenv("TOKEN_CARD"), "w");
    fprintf(file, "%s %d", state, tries);
    fclose(file);
}

static int out(void) {
    char state[8];
    card(state);
    return strcmp(state, "out") == 0;
}

static word get_slot_list(unsigned char present, word *slots, word *count) {
    if (present && out()) {
        *count = 0;
        return OK;
    }
    return real.f[GET_SLOT_LIST](present, slots, count);
}

static word get_token_info(word slot, unsigned char *info) {
    char state[8];
    int tries = card(state);
    word flags, answer = real.f[GET_TOKEN_INFO](slot, info);
    memcpy(&flags, info + FLAGS_AT, sizeof flags);
    flags &= ~(word)(COUNT_LOW | FINAL_TRY | LOCKED);
    if (tries < TRIES) flags |= COUNT_LOW;
    if (tries == 1) flags |= FINAL_TRY;
    if (tries == 0) flags |= LOCKED;
    memcpy(info + FLAGS_AT, &flags, sizeof flags);
    return answer;
}

static word login(word session, word user, unsigned char *pin, word length) {
    char state[8];
    int tries = card(state);
    word answer;
    if (tries == 0) return PIN_LOCKED;
    answer = real.f[LOGIN](session, user, pin, length);
    write_card(state, answer == PIN_INCORRECT ? tries - 1 : TRIES);
    return answer;
}

static word sign_init(word session, void *mechanism, word key) {
    return out() ? DEVICE_REMOVED : real.f[SIGN_INIT](session, mechanism, key);
}

static word sign(word session, void *data, word length, void *signature, word *size) {
    return out() ? DEVICE_REMOVED : real.f[SIGN](session, data, length, signature, size);
}

word C_GetFunctionList(list **given) {
    list *theirs;
    void *library = dlopen(SOFTHSM, RTLD_NOW);
    if (!library) return 5; /* CKR_GENERAL_ERROR */
    ((any)dlsym(library, "C_GetFunctionList"))(&theirs);
    real = ours = *theirs;
    ours.f[GET_FUNCTION_LIST] = (any)C_GetFunctionList;
    ours.f[GET_SLOT_LIST] = (any)get_slot_list;
    ours.f[GET_TOKEN_INFO] = (any)get_token_info;
    ours.f[LOGIN] = (any)login;
    ours.f[SIGN_INIT] = (any)sign_init;
    ours.f[SIGN] = (any)sign;
    *given = &ours;
    return OK;
}
