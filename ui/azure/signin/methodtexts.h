#pragma once

#include "core/azure/cloud/cloud.h"
#include "core/azure/signin/account.h"
#include "core/base/error.h"

namespace mooring::methodtexts {

/// A cloud in the list of those to sign in to.
QString cloudTitle(const Cloud &cloud);
/// Of the button that begins.
QString act(SignInMethod method);
/// Who is asked, while nothing has come back yet.
QString asking(SignInMethod method);
/// What the page waits for meanwhile.
QString busy(SignInMethod method);
/// How it ended that nobody is signed in.
QString end(SignInMethod method, const Error &error);

} // namespace mooring::methodtexts
