// Precompiled for all of ui.
#pragma once

#include "core/base/pch.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QWidget>
