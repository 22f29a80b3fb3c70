"""The shapes of posts on Facebook, Instagram and Threads."""

from __future__ import annotations

from citekit.text.urls.shapes import instagram_time, shape

META = (
    shape(
        "facebook",
        "post",
        "facebook.com",
        r"/(?:permalink|story)\.php\?(?=[^#]*\bstory_fbid=(?P<id>[\w-]+))",
        "https://www.facebook.com/permalink.php?story_fbid=pfbid02abc&id=100064",
    ),
    shape(
        "facebook",
        "post",
        "facebook.com",
        r"/groups/(?P<handle>[\w.-]+)/(?:posts|permalink)/(?P<id>\d+)",
        "https://m.facebook.com/groups/labour/permalink/10157/",
        "https://facebook.com/groups/{handle}/posts/{id}",
    ),
    shape(
        "facebook",
        "post",
        "facebook.com",
        r"/(?P<handle>[\w.-]+)/posts/(?:[^/?#]+/)?(?P<id>pfbid\w+|\d+)",
        "https://facebook.com/AlJazeera/posts/10157690563693690",
        "https://facebook.com/{handle}/posts/{id}",
    ),
    shape(
        "facebook",
        "video",
        "facebook.com",
        r"/(?:(?P<handle>[\w.-]+)/videos/(?:[^/?#]+/)*|watch/?\?(?:[^#]*&)?v=|watch/live/?\?(?:[^#]*&)?v=|reel/)(?P<id>\d+)",
        "https://www.facebook.com/watch/?v=2415654545",
        "https://facebook.com/watch?v={id}",
    ),
    shape(
        "facebook",
        "video",
        "facebook.com",
        r"/video(?:/embed|\.php)\?(?:[^#]*&)?v(?:ideo_id)?=(?P<id>\d+)",
        "https://www.facebook.com/video/embed?video_id=2415654545",
        "https://facebook.com/watch?v={id}",
    ),
    shape(
        "facebook",
        "photo",
        "facebook.com",
        r"/photo(?:\.php|/)?\?(?:[^#]*&)?fbid=(?P<id>\d+)",
        "https://www.facebook.com/photo.php?fbid=10157&set=a.1",
        "https://facebook.com/photo?fbid={id}",
    ),
    shape(
        "facebook",
        "photo",
        "facebook.com",
        r"/(?P<handle>[\w.-]+)/photos/(?:[^?#]*/)?(?P<id>\d+)",
        "https://www.facebook.com/AlJazeera/photos/a.10150/1015769/?type=3",
        "https://facebook.com/photo?fbid={id}",
    ),
    shape(
        "facebook",
        "post",
        "facebook.com",
        r"/(?:notes/(?P<handle>[\w.-]+)/[^/?#]+|events|share/[pvr])/(?P<id>\w+)",
        "https://www.facebook.com/events/10157690563693690/",
    ),
    shape("facebook", "video", "fb.watch", r"/(?:v/)?(?P<id>[\w-]+)", "https://fb.watch/abcDEF123/"),
    shape(
        "instagram",
        "post",
        "instagram.com",
        r"/(?:(?P<handle>[\w.]+)/)?(?:p|reels?|tv)/(?P<id>[\w-]{5,})",
        "https://www.instagram.com/p/B4zYFYPHkjN/",
        "https://instagram.com/p/{id}",
        instagram_time,
    ),
    shape(
        "instagram",
        "story",
        "instagram.com",
        r"/stories/(?P<handle>[\w.]+)/(?P<id>\d+)",
        "https://www.instagram.com/stories/aljazeera/2179000000000000000/",
    ),
    shape(
        "threads",
        "post",
        "threads.net",
        r"/(?:@(?P<handle>[\w.]+)/post|t)/(?P<id>[\w-]{5,})",
        "https://www.threads.net/@aoc/post/CuW6-7KyXme",
        "https://threads.net/t/{id}",
        instagram_time,
    ),
)
"""Facebook counts posts by number or by an opaque `pfbid`; one post may have both, which no URL tells."""
