//! Servers that page a list in every way there is.
//!
//! In: a list split into pages, a dialect, a request. Out: the reply.

use std::ops::Range;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use stackscope::page::Style;

use super::server::{Asked, Reply};

/// Items 0, 1, 2, … in pages of these sizes; servers that number pages use the largest.
#[derive(Debug, Clone)]
pub(crate) struct List {
    sizes: Vec<usize>,
}

impl List {
    pub(crate) fn new(sizes: Vec<usize>) -> Self {
        Self { sizes }
    }

    pub(crate) fn items(&self) -> Vec<usize> {
        (0..self.len()).collect()
    }

    pub(crate) fn pages(&self) -> usize {
        self.sizes.len()
    }

    fn len(&self) -> usize {
        self.sizes.iter().sum()
    }

    fn size(&self) -> usize {
        self.sizes.iter().copied().max().unwrap_or(0).max(1)
    }

    fn page(&self, index: usize) -> Range<usize> {
        let start = self.sizes[..index].iter().sum();
        start..start + self.sizes[index]
    }

    /// Items as the server writes them: two fields, either of which may be what is looked at.
    pub(crate) fn json(&self, range: Range<usize>) -> Vec<Value> {
        range.map(|id| json!({"id": id, "name": format!("n{}", id % 2)})).collect()
    }
}

/// A way of paging.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Dialect {
    /// `end`: how the last page says that it is the last.
    Token {
        end: u8,
    },
    /// The same, and each page but the first begins with the last row of the page before.
    RepeatsLastRow,
    /// `page` from 1. `zero`: what page 0 is where no total is said.
    FromOne {
        total: bool,
        zero: u8,
    },
    FromZero,
    /// Everything, whatever the page.
    IgnoresPage,
    /// As many as were asked for, and the same whatever the page.
    SameFullPage,
    SearchNext,
    SearchContinue,
    Bare,
    GuessToken,
    GuessSearch,
    GuessNumber,
    /// Offsets as tokens while the update runs (for so many requests), a hundred events at a time.
    EventOffsets {
        running: usize,
    },
    /// The last sequence as token while it runs; everything at once.
    EventSequences {
        running: usize,
    },
    /// Opaque tokens, `null` at the end.
    EventTokens,
}

impl Dialect {
    pub(crate) fn style(self, list: &List) -> Style {
        let size = list.size() as u32;
        match self {
            Self::Token { .. } | Self::RepeatsLastRow => Style::token(),
            Self::FromOne { .. } | Self::FromZero | Self::IgnoresPage | Self::SameFullPage => {
                Style::Numbered { size, detect: true }
            }
            Self::SearchNext | Self::SearchContinue => Style::Search,
            Self::Bare => Style::Whole,
            Self::GuessToken | Self::GuessSearch | Self::GuessNumber => Style::Guess,
            Self::EventOffsets { .. } | Self::EventSequences { .. } | Self::EventTokens => Style::Events,
        }
    }
}

pub(crate) fn lists() -> impl Strategy<Value = List> {
    prop::collection::vec(0..6usize, 1..9).prop_map(List::new)
}

pub(crate) fn dialects() -> impl Strategy<Value = Dialect> {
    use Dialect::*;
    prop_oneof![
        (0..4u8).prop_map(|end| Token { end }),
        (any::<bool>(), 0..3u8).prop_map(|(total, zero)| FromOne { total, zero }),
        Just(FromZero),
        Just(IgnoresPage),
        Just(SameFullPage),
        Just(SearchNext),
        Just(SearchContinue),
        Just(Bare),
        Just(GuessToken),
        Just(GuessSearch),
        Just(GuessNumber),
    ]
}

/// Logs long enough to fill pages, and how they are paged.
pub(crate) fn events() -> impl Strategy<Value = (List, Dialect)> {
    use Dialect::*;
    let full = prop_oneof![Just(0usize), Just(99), Just(100), Just(101), Just(200), 0..350usize];
    let numbered = prop_oneof![
        (0..4usize).prop_map(|running| EventOffsets { running }),
        (0..3usize).prop_map(|running| EventSequences { running }),
    ];
    prop_oneof![
        (full, numbered).prop_map(|(len, dialect)| (List::new(vec![len]), dialect)),
        prop::collection::vec(0..120usize, 1..5).prop_map(|sizes| (List::new(sizes), EventTokens)),
    ]
}

/// What goes wrong with a request.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Trouble {
    Status(u16),
    Broken,
    Late,
    Cut,
    Page,
    /// While the server is ill, page `at` names the token of an earlier page, `back` pages before.
    RepeatsToken {
        at: usize,
        back: usize,
    },
}

/// Which requests fail, and how. Odd places are gone on from with the resume token of the error, even ones by asking again.
pub(crate) fn troubles() -> impl Strategy<Value = Vec<(usize, Trouble)>> {
    let trouble = prop_oneof![
        prop::sample::select(vec![429, 500, 502, 503, 408, 401]).prop_map(Trouble::Status),
        Just(Trouble::Broken),
        Just(Trouble::Late),
        Just(Trouble::Cut),
        Just(Trouble::Page),
    ];
    prop::collection::vec((0..12usize, trouble), 0..4)
}

/// A token that no address may hold as it is.
fn token(index: usize) -> String {
    format!("t/+ &%é{index}")
}

fn index_of(token: Option<&str>) -> usize {
    token.map_or(0, |token| token.strip_prefix("t/+ &%é").expect("a token of this server").parse().unwrap())
}

/// The page that is asked for.
pub(crate) fn answer(list: &List, dialect: Dialect, asked: &Asked, count: usize, ill: impl Iterator<Item = Trouble>) -> Reply {
    assert_eq!(asked.get("filter"), Some("x"), "a filter was lost");
    let size = asked.number("pageSize").unwrap_or(list.size());
    let numbered = |index: usize| list.json((index * size).min(list.len())..((index + 1) * size).min(list.len()));
    let body = match dialect {
        Dialect::Token { .. } | Dialect::RepeatsLastRow | Dialect::GuessToken => {
            let index = index_of(asked.get("continuationToken"));
            let mut items = list.json(list.page(index));
            if dialect == Dialect::RepeatsLastRow && list.page(index).start > 0 {
                items.splice(0..0, list.json(list.page(index).start - 1..list.page(index).start));
            }
            let mut body = json!({"things": items, "total": list.len()});
            let mut next = index + 1;
            for trouble in ill {
                if let Trouble::RepeatsToken { at, back } = trouble
                    && index == at
                {
                    next = at - back;
                }
            }
            match (next < list.pages(), dialect) {
                (true, _) => body["continuationToken"] = token(next).into(),
                (_, Dialect::Token { end: 1 }) => body["continuationToken"] = Value::Null,
                (_, Dialect::Token { end: 2 }) => body["continuationToken"] = "".into(),
                (_, Dialect::Token { end: 3 }) => {
                    body = json!({"others": body["things"].take(), "continuationToken": "", "nextToken": null})
                }
                _ => {}
            }
            body
        }
        Dialect::FromOne { total, zero } => match asked.number("page").unwrap() {
            0 if zero == 1 && !total => return Reply::json(400, json!({"code": 400, "message": "page must be at least 1"})),
            0 if zero == 2 || total => json!({"things": list.json(0..list.len())}),
            page => {
                let mut body = json!({"things": numbered(page.max(1) - 1)});
                if total {
                    body["total"] = list.len().into();
                    body["itemsPerPage"] = size.into();
                }
                body
            }
        },
        Dialect::FromZero => json!({"things": numbered(asked.number("page").unwrap())}),
        Dialect::IgnoresPage => json!({"things": list.json(0..list.len())}),
        // Only where the list fills one page is that all of it.
        Dialect::SameFullPage if list.len() <= size => json!({"things": list.json(0..list.len())}),
        Dialect::SameFullPage => json!({"things": numbered(asked.number("page").unwrap().max(1) - 1)}),
        Dialect::SearchNext => {
            let page = asked.number("page").unwrap_or(1);
            let mut pagination = Map::new();
            if page < list.pages() {
                let address = format!("https://elsewhere.example/api/orgs/acme/search?filter=x&page={}#top", page + 1);
                pagination.insert("next".to_owned(), address.into());
                pagination.insert("previous".to_owned(), "?page=1".into());
            }
            json!({"things": list.json(list.page(page - 1)), "pagination": pagination})
        }
        Dialect::SearchContinue | Dialect::GuessSearch => {
            let index = index_of(asked.get("continue"));
            assert!(index == 0 || asked.get("page").is_none());
            let next = (index + 1 < list.pages()).then(|| token(index + 1));
            json!({"things": list.json(list.page(index)), "pagination": {"continue": next, "next": ""}})
        }
        Dialect::Bare => Value::Array(list.json(0..list.len())),
        Dialect::GuessNumber => {
            let page = asked.number("page").unwrap_or(1);
            json!({"roles": numbered(page - 1), "total": list.len(), "itemsPerPage": size})
        }
        Dialect::EventOffsets { .. } | Dialect::EventSequences { .. } | Dialect::EventTokens => {
            return log(list, dialect, asked, count);
        }
    };
    Reply::json(200, body)
}

/// Engine events: all of them, or those behind a token.
fn log(list: &List, dialect: Dialect, asked: &Asked, count: usize) -> Reply {
    let given = asked.get("continuationToken");
    if given == Some("-1") {
        return Reply::json(400, json!({"code": 400, "message": "invalid continuation token"}));
    }
    let number = || given.map_or(0, |token| token.parse::<usize>().expect("a token of this server")).min(list.len());
    let (range, token) = match dialect {
        Dialect::EventOffsets { running } => {
            let end = (number() + 100).min(list.len());
            (number()..end, (count < running).then(|| json!(end.to_string())))
        }
        Dialect::EventSequences { running } => {
            let token = (count < running && number() < list.len()).then(|| json!(list.len().to_string()));
            (number()..list.len(), token)
        }
        _ => {
            let index = index_of(given);
            let next = (index + 1 < list.pages()).then(|| token(index + 1));
            (list.page(index), Some(json!(next)))
        }
    };
    let events: Vec<Value> = range.map(|id| json!({"id": id, "sequence": id + 1})).collect();
    let mut body = json!({"events": events});
    if let Some(token) = token {
        body["continuationToken"] = token;
    }
    Reply::json(200, body)
}
